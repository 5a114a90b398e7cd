/** A part of a page that can be drawn again in place. */
export type Slot = {
  draw: () => HTMLElement;
  refresh: () => void;
  node: () => HTMLElement | undefined;
};

/** Keeps track of the node `build` made last, so that it can be replaced by a fresh one. */
export const createSlot = (build: () => HTMLElement): Slot => {
  let node: HTMLElement | undefined;
  const draw = () => {
    node = build();
    return node;
  };
  return {
    draw,
    node: () => node,
    refresh: () => {
      const before = node;
      if (before?.isConnected) before.replaceWith(draw());
    },
  };
};

/** Source of the present moment; passed in, so that rules and tests never read the machine's clock themselves. */
export type Clock = () => Date;

/** The machine's clock. */
export const systemClock: Clock = () => new Date();

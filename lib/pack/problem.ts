/** A fault of a pack: where it stands (`objectives[0].calendar`) and what is wrong, in words. */
export type PackProblem = { readonly path: string; readonly message: string };

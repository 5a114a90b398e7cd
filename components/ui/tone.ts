/** What a colour says; a word or an icon beside it always says the same. */
export type Tone = 'plain' | 'accent' | 'ok' | 'warn' | 'bad';

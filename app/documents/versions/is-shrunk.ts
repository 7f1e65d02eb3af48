/** Fewer characters than this are a beginning, not a real document. */
const realDocument = 500

/** True when more than 80 % of a real document is gone: worth an extra version and an alert. Pure. */
export const isShrunk = (before: number, after: number): boolean => before >= realDocument && after < before * 0.2

/** Every breach of the rules under `baseDir`, as lines. */
export function checkArchitecture(baseDir?: string, entries?: string[]): Promise<string[]>

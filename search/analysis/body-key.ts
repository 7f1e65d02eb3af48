import { wordsOrAll } from './words.ts'

/** A body's name as compared: `Comune di Empoli`, `comune empoli` and `COMUNE DI EMPOLI` are one. */
export const bodyKey = (name: string): string =>
  wordsOrAll(name)
    .map((word) => word.token)
    .join(' ')
    .slice(0, 200)

import { v7 } from 'uuid'

/** A new primary key: UUIDv7, so that rows sort by creation. */
export const newId = (): string => v7()

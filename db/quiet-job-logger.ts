import { Logger } from 'graphile-worker'

/** The job queue writes to the console by itself; its schema needs no commentary. */
export const quietJobLogger = new Logger(() => () => undefined)

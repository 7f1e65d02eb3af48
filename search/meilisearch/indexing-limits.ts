/**
 * Options for a Meilisearch we start ourselves. By default it sets two thirds of the machine's memory aside for every
 * indexing task, which costs seconds per change on a machine of 24 GB; our changes are single records.
 */
export const indexingLimits = ['--max-indexing-memory', '200Mb', '--max-indexing-threads', '2']

import { rateLimits } from '#app/shared/rate-limits.server.ts'

const MINUTE_S = 60

/**
 * On the participant first, on the code second, on the network last and generously: a hall of 150 people behind one
 * address, all coming in within a minute, is normal.
 */
export const participantLimits = rateLimits('codesign', {
  'save-participant': { points: 60, duration: MINUTE_S },
  'new-participant': { points: 20, duration: MINUTE_S },
  'voice-participant': { points: 10, duration: 10 * MINUTE_S },
  'report-participant': { points: 10, duration: 60 * MINUTE_S },
  'join-code': { points: 300, duration: MINUTE_S },
  'join-network': { points: 900, duration: 10 * MINUTE_S },
  /** Codes that do not exist, typed from one network: mistakes are common, searching through 2^40 is not. */
  'unknown-network': { points: 300, duration: 10 * MINUTE_S },
  'return-network': { points: 300, duration: 10 * MINUTE_S },
})

/** Frames one connection may send: steadily, and at once after a pause. Far more than anybody can type. */
export const framesPerSecond = 200
const burst = 1_000

/** A bucket that fills with time: `take` says whether one more frame may come now. */
export class FrameBudget {
  private readonly perSecond: number
  private left = burst
  private at = performance.now()

  constructor(perSecond: number) {
    this.perSecond = perSecond
  }

  take(now = performance.now()): boolean {
    this.left = Math.min(burst, this.left + ((now - this.at) * this.perSecond) / 1_000)
    this.at = now
    if (this.left < 1) return false
    this.left -= 1
    return true
  }
}

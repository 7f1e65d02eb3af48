const MAX_SECONDS = 120
/** Speech needs little: two minutes are half a megabyte. */
const BITS_PER_SECOND = 32_000

type Save = (voice: Blob, seconds: number) => Promise<boolean>

/** The recorder of a card, where the browser has one. The file field stays for the others, and for when it fails. */
export function recordVoice(form: HTMLFormElement, save: Save): void {
  const frame = form.querySelector<HTMLElement>('[data-voice]')
  if (!frame) return
  const find = <E extends HTMLElement>(name: string): E | null => frame.querySelector<E>(`[data-${name}]`)
  const [recorder, button, live, clock] = [find('recorder'), find('record'), find('recording'), find('clock')]
  const [fileField, kept, problem] = [find('voice-file'), find('voice-kept'), find('voice-error')]
  const input = frame.querySelector<HTMLInputElement>('input[type=file]')
  const remove = frame.querySelector<HTMLInputElement>('input[name=removeVoice]')
  const showKept = (yes: boolean): void => {
    if (kept) kept.hidden = !yes
    if (remove) remove.checked = false
  }
  input?.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) void save(file, 0).then((saved) => saved && (showKept(true), (input.value = '')))
  })
  remove?.addEventListener('change', () => remove.checked && showKept(false))
  if (!recorder || !button || !('MediaRecorder' in window) || !navigator.mediaDevices) return
  recorder.hidden = false
  if (fileField) fileField.hidden = true
  const label = button.textContent ?? ''
  let running: MediaRecorder | undefined

  const failed = (): void => {
    if (fileField) fileField.hidden = false
    if (problem) {
      problem.textContent = frame.dataset.noMicrophone ?? ''
      problem.hidden = false
    }
  }
  const show = (seconds: number | undefined): void => {
    if (live) live.hidden = seconds === undefined
    button.textContent = seconds === undefined ? label : (button.dataset.stop ?? label)
    if (clock && seconds !== undefined) clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  }
  button.addEventListener('click', () => {
    if (running) return running.stop()
    record({
      tick: (seconds) => show(seconds),
      done: (voice, seconds) => {
        running = undefined
        show(undefined)
        void save(voice, seconds).then((saved) => saved && showKept(true))
      },
    }).then((started) => {
      running = started
      show(0)
      if (problem) problem.hidden = true
    }, failed)
  })
}

type Events = { tick: (seconds: number) => void; done: (voice: Blob, seconds: number) => void }

async function record({ tick, done }: Events): Promise<MediaRecorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const mimeType = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg'].find((type) => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, { ...(mimeType && { mimeType }), audioBitsPerSecond: BITS_PER_SECOND })
  const parts: Blob[] = []
  const started = Date.now()
  const seconds = (): number => Math.min(MAX_SECONDS, Math.round((Date.now() - started) / 1_000))
  const timer = window.setInterval(() => {
    tick(seconds())
    if (seconds() >= MAX_SECONDS && recorder.state === 'recording') recorder.stop()
  }, 1_000)
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.addEventListener('stop', () => {
    window.clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
    done(new Blob(parts, { type: recorder.mimeType }), seconds())
  })
  recorder.start()
  return recorder
}

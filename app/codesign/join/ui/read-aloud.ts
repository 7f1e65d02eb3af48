/**
 * Shows the button only when the device itself has a voice for the page's language: other voices send the words to
 * somebody else's server (ui.md, Join).
 */
export function readAloud(button: HTMLButtonElement): void {
  if (!('speechSynthesis' in window)) return
  const { lang } = document.documentElement
  const words = document.getElementById(button.dataset.readAloud ?? '')?.textContent ?? ''
  const listen = button.textContent ?? ''
  const voiceHere = () =>
    speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().replace('_', '-').startsWith(lang))
  const show = () => {
    button.hidden = !voiceHere()
  }
  speechSynthesis.addEventListener('voiceschanged', show)
  show()
  button.addEventListener('click', () => {
    const voice = voiceHere()
    if (speechSynthesis.speaking || !voice) return speechSynthesis.cancel()
    const speech = new SpeechSynthesisUtterance(words)
    speech.voice = voice
    speech.lang = voice.lang
    speech.rate = 0.9
    const stopped = () => {
      button.textContent = listen
    }
    speech.addEventListener('end', stopped)
    speech.addEventListener('error', stopped)
    button.textContent = button.dataset.stop ?? listen
    speechSynthesis.speak(speech)
  })
  window.addEventListener('pagehide', () => speechSynthesis.cancel())
}

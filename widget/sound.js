/** A short tone for a message that came while nobody looked. Fetched when it is first needed. */

/** @type {AudioContext | undefined} */
let audio;

export function chime() {
  audio ??= new AudioContext();
  const { currentTime: begin, destination } = audio;
  const loudness = audio.createGain();
  loudness.gain.setValueAtTime(0.08, begin);
  loudness.gain.exponentialRampToValueAtTime(0.001, begin + 0.4);
  const tone = audio.createOscillator();
  tone.connect(loudness).connect(destination);
  tone.start(begin);
  tone.stop(begin + 0.4);
}

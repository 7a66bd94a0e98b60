// What a clock says: by a sound, a vibration, a voice of the device, and in words for a screen reader. Each is
// the person's to switch, and none of it stops their music.

const KEY = "gradus-clock";
const OFFERED = ["sound", "buzz", "bar", "voice"];
const settings = { sound: true, buzz: true, bar: true, voice: false, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
let sounds;

if (navigator.audioSession) navigator.audioSession.type = "ambient";
addEventListener("pointerdown", wake);
addEventListener("keydown", wake);

// A page may sound once somebody has touched it.
function wake() {
  sounds ??= new AudioContext();
  if (sounds.state === "suspended") sounds.resume();
}

export function beep(pitch = 660, length = 0.12) {
  if (!settings.sound || !sounds) return;
  const tone = sounds.createOscillator();
  const volume = sounds.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0.16, sounds.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, sounds.currentTime + length);
  tone.connect(volume).connect(sounds.destination);
  tone.start();
  tone.stop(sounds.currentTime + length);
}

// Only a voice that the device has itself: any other sends the words to somebody's server.
function voice() {
  const own = globalThis.speechSynthesis?.getVoices() ?? [];
  return own.find((each) => each.localService && each.lang.startsWith(document.documentElement.lang));
}

// Says the words, where a voice is there and wanted; else beeps.
export function cue(words, pitch, length) {
  const speaker = settings.voice ? voice() : undefined;
  if (!speaker || !words) return beep(pitch, length);
  const told = new SpeechSynthesisUtterance(words);
  told.voice = speaker;
  told.lang = speaker.lang;
  speechSynthesis.cancel();
  speechSynthesis.speak(told);
}

// A moment that matters: heard, felt, and told to a screen reader.
export function signal(words, pitch = 880) {
  cue(words, pitch);
  if (settings.buzz) navigator.vibrate?.(120);
  const said = document.querySelector("#said");
  if (said) said.textContent = words;
}

// The switches, named as the page does; that of the voice is there where such a voice is.
export function switches(root) {
  const place = root.querySelector(".signals");
  if (!place) return;
  const offered = OFFERED.filter((name) => (name !== "voice" || voice()) && (name !== "buzz" || navigator.vibrate));
  place.querySelector("div").replaceChildren(...offered.map((name) => box(root, name, place.dataset[name])));
  place.hidden = false;
  show(root);
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => switches(document), { once: true });
}

function box(root, name, words) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.checked = settings[name];
  input.addEventListener("change", () => {
    settings[name] = input.checked;
    localStorage.setItem(KEY, JSON.stringify(settings));
    show(root);
  });
  const named = document.createElement("span");
  named.textContent = words;
  label.append(input, named);
  return label;
}

function show(root) {
  root.querySelector(".now")?.classList.toggle("nobar", !settings.bar);
}

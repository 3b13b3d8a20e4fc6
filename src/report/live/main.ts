/** Where the browser begins: a page that carries replay data becomes live; one that can't be read stays as it is. */
import type { ReplayPayload } from './payload.ts';
import { replay } from './view.ts';

const place = document.getElementById('replay');
const data = document.getElementById('replay-data');
if (place && data) {
  const payload = JSON.parse(data.textContent ?? '') as ReplayPayload;
  if (payload.format === 1) {
    const kept = [...place.childNodes];
    try {
      replay(place, payload);
      place.append(data);
      document.getElementById('pictures')?.classList.add('print-only');
    } catch (e) {
      place.replaceChildren(...kept);
      console.error(e);
    }
  }
}

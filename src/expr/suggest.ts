/** Which known word a mistyped one is nearest to: for messages only. */

/** Edits (insert, delete, change, exchange of neighbours) from a to b. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const near = [rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + change];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) near.push(rows[i - 2]![j - 2]! + 1);
      row.push(Math.min(...near));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** The known word within a third of its letters, if there is one. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: { readonly word: string; readonly edits: number } | undefined;
  for (const k of known) {
    const edits = distance(word.toLowerCase(), k.toLowerCase());
    const most = k.length < 3 ? 0 : Math.max(1, Math.floor(k.length / 3));
    if (edits <= most && (!best || edits < best.edits)) best = { word: k, edits };
  }
  return best?.word;
}

/** ` (did you mean "eta"?)`, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const found = nearest(word, known);
  return found === undefined ? '' : ` (did you mean "${found}"?)`;
}

/** The hatching by which what is contested is told from the rest. */
export function Hatch({id}: {id: string}) {
  return (
    <pattern
      id={id}
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect class="hatch-ground" width="5" height="5" />
      <rect class="hatch-line" width="2.2" height="5" />
    </pattern>
  );
}

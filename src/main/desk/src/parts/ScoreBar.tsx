/** A score from 0 to 100 as a bar with its number. */
export function ScoreBar({score, label}: {score: number; label?: string}) {
  return (
    <span class="score">
      <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="ground" width="100" height="8" />
        <rect class="full" width={score} height="8" />
      </svg>
      <span class="number">
        {label !== undefined && <span class="unseen">{label} </span>}
        {score}
        <span class="of">/100</span>
      </span>
    </span>
  );
}

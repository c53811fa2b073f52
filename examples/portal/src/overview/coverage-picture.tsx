import type { Coverage } from '@cnscd/sdk';

const CELL = 10;
const COLUMNS = 25;
/** More squares than this are no longer seen one by one. */
const MOST_SQUARES = 200;

/** One square for each unit, filled where there is a team; a bar where there are too many. The text beside it says the same. */
export function CoveragePicture({ coverage: { covered, total, ratio } }: { coverage: Coverage }) {
  if (total > MOST_SQUARES) return <Bar ratio={ratio} />;
  const rows = Math.ceil(total / COLUMNS);
  const squares = Array.from({ length: total }, (_, index) => ({
    index,
    x: (index % COLUMNS) * CELL,
    y: Math.floor(index / COLUMNS) * CELL,
  }));
  return (
    <svg className="waffle" viewBox={`0 0 ${COLUMNS * CELL} ${rows * CELL}`} aria-hidden="true">
      {squares.map(({ index, x, y }) => (
        <rect
          key={index}
          className={index < covered ? 'is-covered' : 'is-open'}
          x={x + 1}
          y={y + 1}
          width={CELL - 2}
          height={CELL - 2}
          rx="1.5"
        />
      ))}
    </svg>
  );
}

/** A share as a bar. Over 1 the whole bar is the share, and a mark shows where 1 lies. */
export function Bar({ ratio }: { ratio: number }) {
  const scale = Math.max(1, ratio);
  return (
    <svg className="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="is-open" width="100" height="6" />
      <rect className="is-covered" width={(100 * ratio) / scale} height="6" />
      {scale > 1 && <rect className="goal" x={100 / scale - 0.5} width="1" height="6" />}
    </svg>
  );
}

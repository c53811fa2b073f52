import { formatNumber, formatPercent, formatQualified, label } from '@cnscd/domain';
import type { FigurePair, ReportedFigure } from '@cnscd/sdk';
import { dayText, signedText } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';
import { Missing } from './missing.tsx';
import { SourceList } from './source-list.tsx';

interface HeadlineCardProps {
  name: string;
  pair: FigurePair;
  isRegisterSynthetic: boolean;
}

/** One figure, as large as it deserves: what sources report, and beside it what the register holds. */
export function HeadlineCard({ name, pair, isRegisterSynthetic }: HeadlineCardProps) {
  const { language, texts } = usePortal();
  const { reported, registered, variance, completeness } = pair;
  return (
    <article className="card">
      <h3>{name}</h3>
      {reported === null ? (
        <p className="figure is-missing">
          <Missing />
        </p>
      ) : (
        <p className="figure">
          <QualifiedNumber figure={reported} />
          <span className="figure-unit">{label('measureUnit', reported.unit, language)}</span>
        </p>
      )}
      {reported !== null && <p className="as-of">{texts.asOfDay(dayText(reported.asOf, language))}</p>}
      {reported !== null && completeness < 1 && (
        <p className="as-of">
          {texts.completenessPart(formatPercent(completeness * 100, { decimals: 0, language }))}
        </p>
      )}
      <dl className="beside">
        <div>
          <dt>
            {texts.registered}{' '}
            {isRegisterSynthetic && registered !== null && <span className="tag">{texts.synthetic}</span>}
          </dt>
          <dd>
            {registered === null ? (
              <Missing text={texts.noRegister} />
            ) : (
              formatNumber(registered, { language })
            )}
          </dd>
        </div>
        <div>
          <dt title={texts.varianceHint}>{texts.variance}</dt>
          <dd>{variance === null ? '–' : signedText(variance, language)}</dd>
        </div>
      </dl>
      {reported !== null && <SourceList sources={reported.sources} />}
    </article>
  );
}

/** "hơn 4.000" with the number large: the word before it qualifies and does not count. */
function QualifiedNumber({ figure: { value, qualifier } }: { figure: ReportedFigure }) {
  const { language } = usePortal();
  const number = formatNumber(value, { language });
  const whole = formatQualified(value, qualifier, language);
  return (
    <>
      <span className="qualifier">{whole.slice(0, -number.length)}</span>
      {number}
    </>
  );
}

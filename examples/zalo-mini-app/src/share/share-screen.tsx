import { period, today } from '@cnscd/domain';
import { useApp } from '../page/app-context.tsx';
import { Screen } from '../page/screen.tsx';
import { useWork } from '../page/signed-in.tsx';
import { useKept } from '../page/use-kept.ts';
import type { MyTeam } from '../team/load-team.ts';
import { TEXTS } from '../texts/vi.ts';
import { reportText } from './report-text.ts';
import { ShareBox } from './share-box.tsx';

/** More than any team does in a month. */
const MOST_ACTIVITIES = 100;

/** The month of the team as a text, for its Zalo group. */
export function ShareScreen() {
  const { team } = useWork();
  const mine = team.kept?.value ?? null;
  return (
    <Screen title={TEXTS.share.title}>
      {mine === null ? <p className="lead">{TEXTS.kpi.loading}</p> : <MonthReport team={mine.team} />}
    </Screen>
  );
}

function MonthReport({ team }: Pick<MyTeam, 'team'>) {
  const { client } = useApp();
  const { user, status } = useWork();
  const month = period(today(new Date()).slice(0, 7));
  const { kept, isLoading } = useKept(`${user}.month.${month}`, async () => {
    const { items } = await client.activities.list({
      teamId: team.id,
      period: month,
      first: MOST_ACTIVITIES,
    });
    return [...items].reverse();
  });
  if (kept === null) return <p className="lead">{isLoading ? TEXTS.kpi.loading : TEXTS.kpi.nothing}</p>;
  return (
    <>
      <p className="lead">{TEXTS.share.lead}</p>
      <ShareBox
        text={reportText({
          ...{ teamName: team.name, period: month, activities: kept.value },
          ...{ loadedAt: new Date(kept.loadedAt), waitingCount: status.items.length },
        })}
      />
    </>
  );
}

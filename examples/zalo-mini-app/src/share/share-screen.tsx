import { period, today } from '@cnscd/domain';
import { useApp } from '../page/app-context.tsx';
import { Screen } from '../page/screen.tsx';
import { useWork } from '../page/signed-in.tsx';
import { useKept } from '../page/use-kept.ts';
import { TEXTS } from '../texts/vi.ts';
import { reportText } from './report-text.ts';
import { ShareBox } from './share-box.tsx';

/** More than any team does in a month. */
const MOST_ACTIVITIES = 100;

/** The month of the team as a text, for its Zalo group. */
export function ShareScreen() {
  const { client } = useApp();
  const { user, team, status } = useWork();
  const mine = team.kept?.value?.team;
  const month = period(today(new Date()).slice(0, 7));
  const { kept } = useKept(`${user}.month.${month}`, async () => {
    const { items } = await client.activities.list({
      teamId: mine?.id ?? '',
      period: month,
      first: MOST_ACTIVITIES,
    });
    return [...items].reverse();
  });
  return (
    <Screen title={TEXTS.share.title}>
      {kept === null || mine === undefined ? (
        <p className="lead">{TEXTS.kpi.nothing}</p>
      ) : (
        <>
          <p className="lead">{TEXTS.share.lead}</p>
          <ShareBox
            text={reportText({
              ...{ teamName: mine.name, period: month, activities: kept.value },
              ...{ loadedAt: new Date(kept.loadedAt), waitingCount: status.items.length },
            })}
          />
        </>
      )}
    </Screen>
  );
}

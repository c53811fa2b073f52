import { period, today } from '@cnscd/domain';
import type { ActivityInList, TeamSummary } from '@cnscd/sdk';
import { useApp } from '../page/app-context.tsx';
import { NotLoaded } from '../page/not-loaded.tsx';
import { Screen } from '../page/screen.tsx';
import { useWork } from '../page/signed-in.tsx';
import { useKept } from '../page/use-kept.ts';
import { TEXTS } from '../texts/vi.ts';
import { reportText } from './report-text.ts';
import { ShareBox } from './share-box.tsx';

/** The month of the team as a text, for its Zalo group. */
export function ShareScreen() {
  const { mine, present } = useWork();
  return (
    <Screen title={TEXTS.share.title}>
      {present === null ? <NotLoaded of={mine} /> : <MonthReport key={present.team.id} team={present.team} />}
    </Screen>
  );
}

function MonthReport({ team }: { team: TeamSummary }) {
  const { client } = useApp();
  const { user, status } = useWork();
  const month = period(today(new Date()).slice(0, 7));
  const loaded = useKept({
    ...{ user, name: `month/${team.id}/${month}` },
    async load(options) {
      const activities: ActivityInList[] = [];
      for await (const activity of client.activities.all({ teamId: team.id, period: month }, options))
        activities.push(activity);
      return activities.reverse();
    },
  });
  const { kept } = loaded;
  if (kept === null) return <NotLoaded of={loaded} />;
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

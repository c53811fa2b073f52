import { formatNumber, LABELS, type MemberRole } from '@cnscd/domain';

const role: MemberRole = 'LEADER';
const shown: string = `${LABELS.memberRole[role].vi}: ${formatNumber(1234.5)}`;
if (!shown.endsWith('1.234,5')) throw new Error(shown);

import { type GetToken, mapRefusal } from '@cnscd/elements';

const getToken: GetToken = ({ isRefresh }) => (isRefresh ? null : 'token');
const code: string | undefined = mapRefusal(
  { type: 'FeatureCollection', features: [] },
  { level: 'NATION', code: 'VN' },
)?.code;
if (code === undefined || typeof getToken !== 'function') throw new Error('a map without islands was taken');

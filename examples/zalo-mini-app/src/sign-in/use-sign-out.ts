import { useNavigate } from 'zmp-ui';
import { useApp } from '../page/app-context.tsx';

/** Signs out; whoever signs in next begins at the beginning. */
export function useSignOut(): () => void {
  const { session } = useApp();
  const navigate = useNavigate();
  return () => {
    navigate('/', { replace: true });
    session.signOut();
  };
}

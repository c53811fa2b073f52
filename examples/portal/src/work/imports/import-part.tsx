import { usePortal } from '../../page/portal-context.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { OpenImport } from './open-import.tsx';
import { UploadBox } from './upload-box.tsx';

/** An officer's spreadsheets: one that is open, or a place to bring one and those brought before. */
export function ImportPart() {
  const { state } = usePortal();
  if (state.import !== null) return <OpenImport key={state.import} id={state.import} />;
  return (
    <>
      <UploadBox />
      <EarlierImports />
    </>
  );
}

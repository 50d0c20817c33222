import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { useWorkbench } from '../hooks';
import { pickedFiles } from './chooseFiles';

/** ブックを開く: the browser's own choice of files. */
export const OpenButton = ({ primary }: { readonly primary: boolean }) => {
  const { bench, state, texts } = useWorkbench();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        appearance={primary ? 'primary' : 'secondary'}
        disabledFocusable={state.opening !== undefined}
        onClick={() => {
          void pickedFiles().then((files) => {
            if (files === undefined) input.current?.click();
            else void bench.open({ files });
          });
        }}
      >
        {texts.open}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          const files = Array.from(target.files ?? [], (file) => ({ file }));
          // The same file may be chosen again.
          target.value = '';
          void bench.open({ files });
        }}
      />
    </>
  );
};

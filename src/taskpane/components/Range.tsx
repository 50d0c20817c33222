import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ whole: { display: 'inline-block', whiteSpace: 'pre' } });

/** A range may break after its ～, an amount never within: 1億590万円～ / 1億7,653万円; ¥5.8 million to / ¥9.4 million. */
export const Range = ({ of: value }: { readonly of: string }) => {
  const styles = useStyles();
  return (
    <>
      {value.split(/(?<=～| to )/).map((part) => (
        <span key={part} className={styles.whole}>
          {part}
        </span>
      ))}
    </>
  );
};

import { CopyButton } from './copy-button.tsx'

/** Code to take along. */
export const Code = ({ text, name }: { text: string; name: string }) => (
  <div class="stack">
    <div class="row">
      <CopyButton text={text} />
      <a class="button no-print" download={name} href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}>
        Save as {name}
      </a>
    </div>
    <pre tabIndex={0} class="code">
      <code>{text}</code>
    </pre>
  </div>
)

/** A sentence of the service, whose parts between backticks are code. */
export const Prose = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))}</>
)

interface Warning {
  readonly code: string
  readonly detail: string
}

/** What is strange, and what to do. Those of one kind are one note: of several schedules most have the same. */
export const Warnings = ({ of }: { of: readonly Warning[] }) => (
  <>
    {[...new Set(of.map(({ code }) => code))].map((code) => (
      <div class="note warn" key={code}>
        {of
          .filter((one) => one.code === code)
          .map(({ detail }) => (
            <p key={detail}>{detail}</p>
          ))}
      </div>
    ))}
  </>
)

import 'aukio/define/goal-status.js';
import 'aukio/define/feedback-form.js';
import { createRoot } from 'react-dom/client';
import { useRef, useState } from 'react';
import { createStaticSource, type AukioGoalStatus, type DataSource } from 'aukio';
import type {} from 'aukio/types/jsx.d.ts';

const source: DataSource = createStaticSource('/data/', 'json');

/** What a city's developer writes in React. */
function Page() {
  const report = useRef<AukioGoalStatus>(null);
  const [count, setCount] = useState<number>();
  return (
    <main>
      <aukio-goal-status
        ref={report}
        source={source}
        heading="Goals 2026"
        heading-level={2}
        onaukio-ready={(event) => setCount(event.detail.count)}
        onaukio-error={(event) => console.error(event.detail.kind, event.detail.message)}
      >
        <table />
      </aukio-goal-status>
      <p>
        {count} {report.current?.data?.goals[0]?.id}
      </p>
      <aukio-feedback-form endpoint="/api/" privacy-href="/privacy" onaukio-feedback-sent={(event) => console.log(event.detail.id)} />
    </main>
  );
}

createRoot(document.body).render(<Page />);

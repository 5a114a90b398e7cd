import { useState, type ReactElement } from 'react';
import { useAwaitedReply } from '@/lib/client/useAwaitedReply';
import { useLookAgain } from '@/lib/client/useLookAgain';
import { Budget } from './Budget';
import { Checklist } from './checklist/Checklist';
import { Clocks } from './clocks/Clocks';
import { IncidentBar } from './IncidentBar';
import { Issues } from './issues/Issues';
import { Replies } from './replies/Replies';
import { useScene } from './scene';
import type { TestAnswers } from './triage/IncidentTest';
import { Triage } from './triage/Triage';

/** The sections of one ticket, in the order its kind calls for. */
export function Sections(): ReactElement {
  const { ref, facts, incident, ongoingIncident } = useScene();
  const lookAgain = useLookAgain(ref, useAwaitedReply(facts) !== null);
  const [answers, setAnswers] = useState<TestAnswers>({});
  // The test's "yes" gives the one accent of the page to the Incident button.
  const testPoints = !incident && Object.values(answers).includes('yes');
  return (
    <main className="sb-main" onPointerMove={lookAgain}>
      <Clocks />
      {/* Stays where it was pressed, also when the ticket turns into an incident: the way back is under the finger. */}
      <Triage answers={answers} onAnswer={setAnswers} />
      {ongoingIncident && <IncidentBar />}
      <Checklist quiet={testPoints} />
      <Replies />
      <Issues />
      <Budget />
    </main>
  );
}

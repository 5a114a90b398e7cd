import { useState, type ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { useConnectFreshdesk, useForgetFreshdeskKey } from '@/lib/client/useSettingsForm';
import type { FreshdeskCheck, SettingsView } from '@/lib/contract/views';
import { Section } from './Section';

/** Account and API key, tested with one call before anything is stored. */
export function ConnectSection(props: {
  readonly view: SettingsView;
  readonly onConnected: (check: FreshdeskCheck) => void;
}): ReactElement {
  const { settings, connection } = props.view;
  const [host, setHost] = useState(settings.freshdeskHost ?? '');
  const [key, setKey] = useState('');
  const connect = useConnectFreshdesk();
  const forget = useForgetFreshdeskKey();
  const canTest = host.trim() !== '' && (key.trim() !== '' || connection.hasFreshdeskKey);
  const connected = connect.data?.agentName ?? connection.freshdeskAgent;

  return (
    <Section
      title="Freshdesk"
      intro="Without a key Steward reads with your Freshdesk session, counts down, inserts replies and opens issues. With your key it can also set categories, add notes and read when no Freshdesk tab is open."
    >
      <form
        className="so-form"
        onSubmit={(event) => {
          event.preventDefault();
          connect.mutate(
            { host: host.trim(), key: key.trim() },
            {
              onSuccess: (check) => {
                setKey('');
                props.onConnected(check);
              },
            },
          );
        }}
      >
        <div className="so-pair">
          <Field
            label="Freshdesk account"
            value={host}
            onChange={setHost}
            placeholder="acme or acme.freshdesk.com"
          />
          <Field
            label="API key"
            type="password"
            value={key}
            onChange={setKey}
            placeholder={connection.hasFreshdeskKey ? 'A key is stored' : ''}
            hint="In Freshdesk: profile picture, Profile settings, View API key. It stays in this browser, where no page can read it."
          />
        </div>
        <div className="so-row">
          <Button look="filled" size="large" submit busy={connect.isPending} disabled={!canTest}>
            {key.trim() === '' && connection.hasFreshdeskKey ? 'Test connection' : 'Connect'}
          </Button>
          {connection.hasFreshdeskKey && (
            <Button
              look="danger"
              size="large"
              busy={forget.isPending}
              onClick={() => {
                connect.reset();
                forget.mutate();
              }}
            >
              Forget the key
            </Button>
          )}
        </div>
      </form>
      <div className="so-answer">
        {connect.error !== null && <Notice tone="bad">{connect.error.message}</Notice>}
        {forget.error !== null && <Notice tone="bad">{forget.error.message}</Notice>}
        {connect.error === null && connection.hasFreshdeskKey && connected !== null && (
          <Notice tone="ok">
            Connected as {connected} to {settings.freshdeskHost}
            {connect.data === undefined ? '.' : `, who sees ${connect.data.scope}.`}
          </Notice>
        )}
        {connect.error === null && !connection.hasFreshdeskKey && (
          <Notice>No key stored: Steward reads with the session of an open Freshdesk tab.</Notice>
        )}
      </div>
    </Section>
  );
}

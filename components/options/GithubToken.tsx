import { useState, type ReactElement } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { useConnectGithub, useForgetGithubToken } from '@/lib/client/useSettingsForm';
import { newTokenUrl } from './github-token';

/** The token that lets Steward close an issue; tested with one call before it is stored, and never shown again. */
export function GithubToken(props: {
  readonly login: string | null;
  readonly repository: string;
}): ReactElement {
  const { login, repository } = props;
  const [token, setToken] = useState('');
  const connect = useConnectGithub();
  const forget = useForgetGithubToken();
  return (
    <form
      className="so-form so-token"
      aria-label="Access to GitHub"
      onSubmit={(event) => {
        event.preventDefault();
        connect.mutate(token.trim(), { onSuccess: () => setToken('') });
      }}
    >
      <Field
        label="Token"
        type="password"
        value={token}
        onChange={setToken}
        placeholder={login === null ? '' : 'A token is stored'}
        hint="Closes the linked issue together with a ticket; without it Steward opens links. It stays in this browser, where no page can read it."
      />
      <p className="sw-small">
        <a className="sw-link" href={newTokenUrl(repository)} target="_blank" rel="noreferrer">
          Make a token on GitHub
        </a>{' '}
        for {repository}: choose “Only select repositories” and that one there; the permission is
        filled in.
      </p>
      <div className="so-row">
        <Button size="large" submit busy={connect.isPending} disabled={token.trim() === ''}>
          Use this token
        </Button>
        {login !== null && (
          <Button
            look="danger"
            size="large"
            busy={forget.isPending}
            onClick={() => {
              connect.reset();
              forget.mutate();
            }}
          >
            Forget the token
          </Button>
        )}
      </div>
      <div className="so-answer">
        {connect.error !== null && <Notice tone="bad">{connect.error.message}</Notice>}
        {forget.error !== null && <Notice tone="bad">{forget.error.message}</Notice>}
        {connect.error === null && login !== null && (
          <Notice tone="ok">Connected as {login} to GitHub.</Notice>
        )}
        {connect.error === null && login === null && (
          <Notice>No token stored: issues are closed by you, on GitHub.</Notice>
        )}
      </div>
    </form>
  );
}

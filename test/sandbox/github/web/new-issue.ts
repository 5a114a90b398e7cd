import { html, raw } from 'hono/html';
import type { NewIssueView } from '../prefill.ts';
import type { ChooserConfig, FormElement, Template } from '../template.ts';
import { type Markup, tags } from './layout.ts';
import { renderMarkdown } from './markdown.ts';

type Label = { name: string; color: string };
type Editable = Extract<NewIssueView, { kind: 'editor' | 'form' }>;

const labelText = (element: { label: string }, isRequired: boolean): Markup =>
  html`${element.label}${isRequired ? html` <span class="required" title="required">*</span>` : ''}`;

const hint = (text: string): Markup | '' => (text === '' ? '' : html`<p class="hint">${text}</p>`);

const field = (element: FormElement, isEnforced: boolean): Markup => {
  if (element.kind === 'markdown')
    return html`<div class="text intro">${raw(renderMarkdown(element.text))}</div>`;
  const id = `issue_form_${element.id}`;
  if (element.kind === 'checkboxes') {
    return html`<fieldset>
      <legend class="label-text">${element.label}</legend>
      ${hint(element.description)}
      ${element.options.map(
        ({ label, isRequired }) =>
          html`<label class="check"
            ><input
              type="checkbox"
              name="${element.id}"
              value="${label}"
              ${isRequired && isEnforced ? 'required' : ''}
            />
            <span>${labelText({ label }, isRequired)}</span></label
          >`,
      )}
    </fieldset>`;
  }
  const required = element.isRequired && isEnforced ? 'required' : '';
  const top = html`<label for="${id}">${labelText(element, element.isRequired)}</label
    >${hint(element.description)}`;
  switch (element.kind) {
    case 'input':
      return html`${top}<input
          type="text"
          id="${id}"
          name="${element.id}"
          value="${element.value}"
          placeholder="${element.placeholder}"
          ${required}
        />`;
    case 'textarea':
      return html`${top}<textarea
          id="${id}"
          name="${element.id}"
          placeholder="${element.placeholder}"
          ${required}
        >
${element.value}</textarea>`;
    case 'dropdown':
    default:
      return html`${top}<select
          id="${id}"
          name="${element.id}"
          ${element.isMultiple ? 'multiple' : ''}
          ${required}
        >
          ${element.isMultiple ? '' : html`<option value="">${element.isRequired ? 'Choose an option' : 'None'}</option>`}
          ${element.options.map(
            (option, index) =>
              html`<option ${index === element.defaultIndex ? 'selected' : ''}>${option}</option>`,
          )}
        </select>`;
  }
};

const sideBar = (view: Editable, labels: readonly Label[]): Markup => {
  const shown = view.labels.map(
    (name) => labels.find((label) => label.name === name) ?? { name, color: 'ededed' },
  );
  return html`<aside>
    <section>
      <h2>Assignees</h2>
      ${view.assignees.length > 0 ? view.assignees.join(', ') : 'No one'}
    </section>
    <section>
      <h2>Labels</h2>
      ${shown.length > 0 ? tags(shown) : 'None yet'}
    </section>
    <section>
      <h2>Projects</h2>
      None yet
    </section>
    <section>
      <h2>Milestone</h2>
      No milestone
    </section>
  </aside>`;
};

/** Opening of the form in the way of GitHub's own application: the page stays and only its address changes. */
const PUSH_STATE_SCRIPT = `
document.querySelector('form#new_issue').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const made = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { accept: 'application/json' } });
  const { url } = await made.json();
  const page = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
  document.querySelector('main').replaceWith(page.querySelector('main'));
  document.title = page.title;
  history.pushState({}, '', url);
});`;

/** The new-issue page: the editor, or the form of a template, with what a link has put into it. */
export const newIssueContent = (
  repo: string,
  view: Editable,
  labels: readonly Label[],
  options: { usesPushState: boolean; isPublic: boolean },
): Markup =>
  html`<form id="new_issue" method="post" action="/${repo}/issues" enctype="multipart/form-data">
      <div class="columns">
        <div>
          <h1>
            Create new
            issue${view.template === undefined ? '' : html` <small class="number">in ${view.template}</small>`}
          </h1>
          <input type="hidden" name="issue[template]" value="${view.template ?? ''}" />
          <input type="hidden" name="issue[labels]" value="${JSON.stringify(view.labels)}" />
          <input type="hidden" name="issue[assignees]" value="${JSON.stringify(view.assignees)}" />
          <label for="issue_title">Add a title <span class="required">*</span></label>
          <input
            type="text"
            id="issue_title"
            name="issue[title]"
            value="${view.title}"
            placeholder="Title"
            required
          />
          ${
            view.kind === 'form'
              ? view.elements.map((element) => field(element, options.isPublic))
              : html`<label for="issue_body">Add a description</label>
                  <textarea
                    class="tall"
                    id="issue_body"
                    name="issue[body]"
                    placeholder="Type your description here…"
                  >
${view.body}</textarea>`
          }
          <div class="foot">
            <a class="button" href="/${repo}/issues">Cancel</a>
            <button class="button go">Create</button>
          </div>
        </div>
        ${sideBar(view, labels)}
      </div>
    </form>
    ${
      options.usesPushState
        ? html`<script>
            ${raw(PUSH_STATE_SCRIPT)};
          </script>`
        : ''
    }`;

/** The list of templates, with the rest of the link passed on to each, as GitHub's chooser does. */
export const chooserContent = (
  repo: string,
  templates: readonly Template[],
  config: ChooserConfig,
  query: URLSearchParams,
): Markup => {
  const rest = new URLSearchParams(query);
  rest.delete('template');
  const address = (template: string | undefined): string => {
    const all = new URLSearchParams(rest);
    if (template !== undefined) all.set('template', template);
    return `/${repo}/issues/new?${all}`;
  };
  return html`<h1>Create new issue</h1>
    <div class="box">
      ${templates.map(
        ({ fileName, name, about }) =>
          html`<div class="choice">
            <div>
              <b>${name}</b>
              <p>${about}</p>
            </div>
            <a class="button" href="${address(fileName)}">Get started</a>
          </div>`,
      )}
      ${config.links.map(
        ({ name, url, about }) =>
          html`<div class="choice">
            <div>
              <b>${name}</b>
              <p>${about}</p>
            </div>
            <a class="button" href="${url}">Open</a>
          </div>`,
      )}
      ${
        config.isBlankAllowed
          ? html`<div class="choice">
              <div>
                <b>Blank issue</b>
                <p>Create a new issue from scratch</p>
              </div>
              <a class="button" href="${address(undefined)}">Get started</a>
            </div>`
          : ''
      }
    </div>`;
};

const FRESHDESK_TICKET = `name: "🎫 Freshdesk ticket tracker"
description: Track a support ticket that needs work by the engineering team.
title: "[Support] {{ TITLE }}"
labels: ["support"]
body:
  - type: markdown
    attributes:
      value: |
        Thank you for tracking this ticket. **Do not paste personal data of the requester.**
  - type: input
    id: ticket_id
    attributes:
      label: The Freshdesk ticket link
      description: Address of the ticket in Freshdesk
      placeholder: https://acme.freshdesk.com/a/tickets/123
    validations:
      required: true
  - type: dropdown
    id: ticket_type
    attributes:
      label: Ticket request type
      options:
        - "Technical question"
        - "Change request"
        - "Guidance request"
        - "Bug"
    validations:
      required: true
  - type: dropdown
    id: ticket_impact
    attributes:
      label: Ticket impact
      options:
        - "🟥 High"
        - "🟨 Medium"
        - "🟩 Low"
    validations:
      required: true
  - type: textarea
    id: ticket_description
    attributes:
      label: Short ticket description
      placeholder: What does the community need?
    validations:
      required: true
  - type: textarea
    id: ticket_logs
    attributes:
      label: Relevant output
      render: shell
  - type: checkboxes
    id: ticket_checks
    attributes:
      label: Before you submit
      options:
        - label: I looked for an issue about the same problem
        - label: The requester knows that we track this in public
`;

const GENERAL = `name: "📝 General issue"
description: Anything that has a clear next step.
body:
  - type: textarea
    id: context
    attributes:
      label: Context
  - type: textarea
    id: actions
    attributes:
      label: Proposed next steps
    validations:
      required: true
`;

const INCIDENT = `---
name: "🔥 Incident report"
about: Degraded service of a hub that we work on now
title: "[Incident] {{ TITLE }}"
labels: ["type: Hub Incident", "support"]
assignees: ""
---

### Summary

<!-- What do users see, since when, and where? -->

### Hub information

- Hub URL:
- Ticket:

### Timeline

| Time (UTC) | What happened |
| --- | --- |
|  |  |

### After-action report

- [ ] What went well
- [ ] What could be better
- [ ] Action items have issues of their own
`;

const CONFIG = `contact_links:
  - name: "💬 Ask for support"
    url: https://acme.freshdesk.com/support/tickets/new
    about: Questions about a hub that you use
`;

/** Contents of `.github/ISSUE_TEMPLATE` of the public repository, by file name. */
export const TEMPLATES: Readonly<Record<string, string>> = {
  '01_general-issue.yaml': GENERAL,
  '08_freshdesk-ticket.yaml': FRESHDESK_TICKET,
  '3_incident-report.md': INCIDENT,
  'config.yml': CONFIG,
};

/** Names in bodies and errors of a ticket against the names of the ticket form's fields. */
const FORM_NAMES: Readonly<Record<string, string>> = {
  type: 'ticket_type',
  responder_id: 'agent',
  group_id: 'group',
  product_id: 'product',
  company_id: 'company',
  requester_id: 'requester',
};

function humanised(name: string): string {
  const words = name.replace(/^cf_/, '').replace(/_id$/, '').replaceAll('_', ' ').trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * How to name a field to a steward. `field` is the API's name in errors (`custom_fields.cf_hub_area`, `type`);
 * `labels` are the form's labels by field name. Without one, the name is made readable: "Hub area".
 */
export function fieldLabel(field: string, labels: Readonly<Record<string, string>> = {}): string {
  const name = field.replace(/^custom_fields\./, '');
  const formName = FORM_NAMES[name] ?? name;
  return labels[formName] ?? labels[name] ?? humanised(name);
}

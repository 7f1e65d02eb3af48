import { index, layout, prefix, route, type RouteConfig } from '@remix-run/route-config'

// The table of URLs: one line each, grouped by module. Slugs are Italian in every language (contract.md).
export default [
  index('routes/redirect-to-language.ts'),
  route(':lang', 'routes/language.tsx', [
    index('routes/pages/home.tsx'),
    route('chi-siamo', 'routes/pages/about.tsx'),
    route('contatti', 'routes/pages/contacts.tsx'),
    route('note-legali', 'routes/pages/legal-notice.tsx'),
    route('privacy', 'routes/pages/privacy.tsx'),
    route('accessibilita', 'routes/pages/accessibility.tsx'),
    route('statistiche', 'routes/pages/statistics.tsx'),
    route('utile', 'routes/pages/useful.tsx'),

    // people
    route('accedi', 'routes/people/sign-in.tsx'),
    route('esci', 'routes/people/sign-out.tsx'),
    route('registrati', 'routes/people/register.tsx'),
    route('registrati/conferma', 'routes/people/confirm-registration.tsx'),
    route('registrati/invito', 'routes/people/accept-invitation.tsx'),
    route('password', 'routes/people/forgotten-password.tsx'),
    route('password/nuova', 'routes/people/new-password.tsx'),
    route('email/conferma', 'routes/people/confirm-email.tsx'),

    // organisations
    route('organizzazioni', 'routes/organisations/list.tsx'),
    route('organizzazioni/nuova', 'routes/organisations/create.tsx'),
    route('organizzazioni/invito', 'routes/organisations/accept-membership.tsx'),
    route('organizzazioni/:slug', 'routes/organisations/organisation.tsx'),
    route('organizzazioni/:slug/modifica', 'routes/organisations/edit.tsx'),
    route('organizzazioni/:slug/persone', 'routes/organisations/members.tsx'),

    // practices
    route('buone-pratiche', 'routes/practices/list.tsx'),
    route('buone-pratiche/proponi', 'routes/practices/propose.tsx'),
    route('buone-pratiche/proponi/riprendi', 'routes/practices/propose-resume.ts'),
    route('buone-pratiche/proponi/conferma', 'routes/practices/propose-confirm.tsx'),
    route('buone-pratiche/csv', 'routes/practices/list-csv.ts'),
    route('buone-pratiche/:slug', 'routes/practices/detail.tsx'),
    route('buone-pratiche/:slug/qr.svg', 'routes/practices/qr.ts'),
    route('buone-pratiche/:slug/edizioni/:n', 'routes/practices/edition.tsx'),
    route('patti', 'routes/practices/list.tsx', { id: 'pacts' }),
    route('patti/csv', 'routes/practices/list-csv.ts', { id: 'pacts-csv' }),
    route('patti/:slug', 'routes/practices/detail.tsx', { id: 'pact' }),
    route('patti/:slug/qr.svg', 'routes/practices/qr.ts', { id: 'pact-qr' }),
    route('patti/:slug/edizioni/:n', 'routes/practices/edition.tsx', { id: 'pact-edition' }),
    route('progetti', 'routes/practices/list.tsx', { id: 'projects' }),
    route('progetti/csv', 'routes/practices/list-csv.ts', { id: 'projects-csv' }),
    route('progetti/:slug', 'routes/practices/detail.tsx', { id: 'project' }),
    route('progetti/:slug/qr.svg', 'routes/practices/qr.ts', { id: 'project-qr' }),
    route('progetti/:slug/edizioni/:n', 'routes/practices/edition.tsx', { id: 'project-edition' }),
    route('mappa', 'routes/practices/map.tsx'),
    route('dati-aperti', 'routes/practices/open-data.tsx'),

    // manual and training
    route('manuale', 'routes/manual/cover.tsx'),
    route('manuale/edizioni/:version', 'routes/manual/edition.tsx'),
    route('manuale/edizioni/:version/:chapter', 'routes/manual/edition-chapter.tsx'),
    route('manuale/edizioni/:version/:chapter/differenze', 'routes/manual/differences.tsx'),
    route('manuale/:chapter', 'routes/manual/chapter.tsx'),
    route('formazione', 'routes/training/programmes.tsx'),
    route('formazione/:programme', 'routes/training/programme.tsx'),
    route('formazione/:programme/calendario.ics', 'routes/training/programme-calendar.ts'),
    route('formazione/:programme/:session', 'routes/training/session.tsx'),
    route('formazione/:programme/:session/calendario.ics', 'routes/training/session-calendar.ts'),
    route('glossario', 'routes/pages/glossary.tsx'),

    // participatory processes
    route('partecipa', 'routes/codesign/processes.tsx'),
    route('partecipa/:process', 'routes/codesign/process.tsx'),
    route('partecipa/:process/qr.svg', 'routes/codesign/process-qr.ts'),

    // discovery
    route('cerca', 'routes/discovery/search.tsx'),
    route('cerca/feed.atom', 'routes/discovery/search-feed.ts'),
    route('avvisi/disiscrizione', 'routes/discovery/unsubscribe.tsx'),

    // desk: signed-in people
    layout(
      'routes/desk/layout.tsx',
      prefix('scrivania', [
        // manual and training
        route('manuale', 'routes/manual/desk-chapters.tsx'),
        route('manuale/nuovo', 'routes/manual/desk-new-chapter.tsx'),
        route('manuale/:chapter', 'routes/manual/desk-chapter.tsx'),
        route('formazione', 'routes/training/desk-programmes.tsx'),
        route('formazione/nuovo', 'routes/training/desk-new-programme.tsx'),
        route('formazione/:programme', 'routes/training/desk-programme.tsx'),
        route('formazione/:programme/nuovo', 'routes/training/desk-new-session.tsx'),
        route('formazione/:programme/:session', 'routes/training/desk-session.tsx'),
        route('formazione/:programme/:session/in-sintesi/:takeAway', 'routes/training/desk-take-away.tsx'),
        route('miei-incontri', 'routes/desk/own-training.tsx'),
        // participatory processes
        route('percorsi', 'routes/codesign/desk-processes.tsx'),
        route('percorsi/:process', 'routes/codesign/desk-process.tsx'),
        // practices
        route('pratiche', 'routes/practices/desk-list.tsx'),
        route('pratiche/nuova', 'routes/practices/create.tsx'),
        route('pratiche/:id', 'routes/practices/follow.tsx'),
        route('pratiche/:id/modifica', 'routes/practices/edit.tsx'),
        route('termini', 'routes/practices/terms.tsx'),
        route('glossario', 'routes/pages/desk-glossary.tsx'),
        route('glossario/:term', 'routes/pages/desk-glossary-term.tsx'),
        route('proposte', 'routes/practices/desk-proposals.tsx'),
        route('proposte/:id', 'routes/practices/desk-proposal.tsx'),
        // discovery
        route('ricerche', 'routes/discovery/saved-searches.tsx'),
        route('ricerche-senza-risultati', 'routes/discovery/missed-searches.tsx'),
        index('routes/desk/index.tsx'),
        route('utilita', 'routes/desk/page-answers.tsx'),
        route('testi/:name/modulo', 'routes/desk/editor-form.tsx'),
        route('testi/:name/versioni', 'routes/desk/versions.tsx'),
        route('cancellazioni', 'routes/desk/erasures.tsx'),
        route('testi/:name/allegati', 'routes/desk/attachments.tsx'),

        // people
        route('profilo', 'routes/people/profile.tsx'),
        route('account', 'routes/people/account.tsx'),
        route('account/password', 'routes/people/change-password.tsx'),
        route('account/email', 'routes/people/change-email.tsx'),
        route('account/dati', 'routes/people/own-data.ts'),
        route('account/chiudi', 'routes/people/close-account.tsx'),
        route('appartenenze', 'routes/organisations/leave.ts'),
        route('amministrazione', 'routes/admin/overview.tsx'),
        route('amministrazione/persone', 'routes/admin/people.tsx'),
        route('amministrazione/persone/:id', 'routes/admin/person.tsx'),
        route('amministrazione/inviti', 'routes/admin/invitations.tsx'),
        route('amministrazione/appartenenze', 'routes/admin/memberships.tsx'),
        route('amministrazione/posta', 'routes/admin/mails.tsx'),
        route('amministrazione/posta/:id', 'routes/admin/mail.tsx'),
      ]),
    ),

    // the board and the projector have the whole width
    route('scrivania/percorsi/:process/incontri/:meeting/regia', 'routes/codesign/board.tsx'),
    route('scrivania/percorsi/:process/incontri/:meeting/schermo', 'routes/codesign/screen.tsx'),
    route('scrivania/percorsi/:process/incontri/:meeting/eventi', 'routes/codesign/board-events.ts'),

    // the editor has the whole width, without the workspace's navigation
    route('scrivania/testi/:name', 'routes/desk/editor.tsx'),

    route('*', 'routes/pages/not-found.tsx'),
  ]),

  // participants, in by a code: ten languages, so outside `:lang`
  route('p', 'routes/codesign/guest.tsx', [
    index('routes/codesign/guest-code.tsx'),
    route('torna', 'routes/codesign/guest-return.tsx'),
    route('esci', 'routes/codesign/guest-leave.tsx'),
    route('qui', 'routes/codesign/guest-home.tsx'),
    route('qui/domande/:prompt', 'routes/codesign/guest-card.tsx'),
    route('qui/tavolo', 'routes/codesign/guest-table.tsx'),
    route('qui/risposte', 'routes/codesign/guest-answers.tsx'),
    route('qui/spazio', 'routes/codesign/guest-settings.tsx'),
    route('qui/segnala', 'routes/codesign/guest-report.tsx'),
    route(':code', 'routes/codesign/guest-join.tsx'),
  ]),
  route('p/qui/stato', 'routes/codesign/guest-state.ts'),
  route('p/qui/avvisi', 'routes/codesign/guest-changes.ts'),
  route('p/qui/salva/:prompt', 'routes/codesign/guest-save.ts'),
  route(':lang/scrivania/voci/:contribution', 'routes/codesign/voice.ts'),

  // files, API
  route('file/:id/:name', 'routes/files/file.ts'),
  route(':lang/scrivania/testi/:name/immagini', 'routes/files/upload-image.ts'),
  route('api/v1/search', 'routes/api/search.ts'),
  route('api/v1/suggest', 'routes/api/suggest.ts'),
  route('api/v1/practices', 'routes/api/practices.ts'),
  route('api/v1/practices/:slug', 'routes/api/practice.ts'),
  route('api/v1/chapters', 'routes/api/chapters.ts'),
  route('api/v1/chapters/:slug', 'routes/api/chapter.ts'),
  route('api/v1/programmes', 'routes/api/programmes.ts'),
  route('api/v1/programmes/:slug', 'routes/api/programme.ts'),
  route('api/v1/documents', 'routes/api/documents.ts'),
  route('api/v1/openapi.json', 'routes/api/openapi.ts'),
  route('api/*', 'routes/api/not-found.ts'),
  route('dati-aperti/:file', 'routes/practices/open-data-file.ts'),
  route('feed.atom', 'routes/discovery/feed.ts'),
  route('sitemap.xml', 'routes/discovery/sitemap.ts'),
  route('robots.txt', 'routes/discovery/robots.ts'),

  route('*', 'routes/pages/not-found.tsx', { id: 'not-found-anywhere' }),
] satisfies RouteConfig

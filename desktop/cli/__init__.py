"""The command line: verbs and flags. What a verb does stands in the module of its name; nothing here imports Qt.

Only the verb that runs imports what it needs, so that ``mailwright --help`` answers at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop import __version__
from desktop.cli import account_verbs, client_verbs, engine_verbs, proof_verbs, team_verbs, token_verbs
from desktop.cli.console import guarded

app = typer.Typer(
    name="mailwright",
    help="Build, brand and preview e-mail templates.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(client_verbs.app, name="clients")
app.add_typer(engine_verbs.app, name="engines")
app.add_typer(account_verbs.app, name="accounts")
app.add_typer(token_verbs.app, name="tokens")
app.add_typer(proof_verbs.app, name="proofs")
app.add_typer(team_verbs.app, name="team")

Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for a program to read.")]
Languages = Annotated[str | None, typer.Option(help="en, fr, or both with a comma.")]
Folder = Annotated[Path | None, typer.Option("--workspace", "-w", help="The workspace (default: the one around).")]
Segments = Annotated[list[str] | None, typer.Option(help="A segment that the recipient is in; may be repeated.")]
Contact = Annotated[str | None, typer.Option(help="As this contact gets it: an e-mail address.")]
Contacts = Annotated[Path | None, typer.Option(help="The file with the contact, CSV or JSON.")]
HAND, MANY = "By hand, without a SOURCE", "Many companies"  # panels of the help


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"mailwright {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Build, brand and preview e-mail templates."""


@app.command()
@guarded
def demo(
    site: Annotated[str | None, typer.Option(help="A domain, a URL, a saved page or a folder.")] = None,
    out: Annotated[Path, typer.Option(help="Where the workspaces and sheets go.")] = Path("demo"),
    no_window: Annotated[bool, typer.Option("--no-window", help="Do not open the window at the end.")] = False,
) -> None:
    """Make twenty branded templates from the sample site (and from --site), with pictures and a contact sheet."""
    from desktop.cli.demo import run_demo

    run_demo(site, out, window=not no_window)


@app.command()
@guarded
def brand(
    source: Annotated[
        str | None,
        typer.Argument(help="A domain, a URL, a saved page (.html, .mhtml), a folder or zip with one, or a logo file."),
    ] = None,
    base_url: Annotated[str | None, typer.Option(help="Where a saved page came from.")] = None,
    json: Json = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show the candidates and where they were found.")] = False,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Read the page's source alone.")] = False,
    save: Annotated[Path | None, typer.Option(help="Add the brand to this workspace; it is made if missing.")] = None,
    name: Annotated[str, typer.Option(help="The company's name.", rich_help_panel=HAND)] = "",
    colour: Annotated[str, typer.Option(help="Its colour, such as #1d5b4c.", rich_help_panel=HAND)] = "",
    logo: Annotated[str, typer.Option(help="Its logo, a file or a URL.", rich_help_panel=HAND)] = "",
    batch: Annotated[
        Path | None, typer.Option(help="A list of companies, one SOURCE a line.", rich_help_panel=MANY)
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Where their workspaces go.", rich_help_panel=MANY)] = None,
    templates: Annotated[bool, typer.Option(help="Make the twenty starters too.", rich_help_panel=MANY)] = True,
    language: Annotated[str | None, typer.Option(help="en, fr or both.", rich_help_panel=MANY)] = None,
    workers: Annotated[int, typer.Option(min=1, max=8, help="Companies at a time.", rich_help_panel=MANY)] = 2,
    again: Annotated[
        bool, typer.Option("--again", help="Read the sites of companies that are there anew.", rich_help_panel=MANY)
    ] = False,
    apply: Annotated[
        Path | None, typer.Option(help="The choices that were saved from the review sheet.", rich_help_panel=MANY)
    ] = None,
) -> None:
    """Find a company's name, logo, colours and profiles; of one company, or with --batch of many."""
    from desktop.cli.brand_ways import Asked, run_brand

    run_brand(
        Asked(
            source=source,
            base_url=base_url,
            as_json=json,
            explain=explain,
            browser=not no_browser,
            save=save,
            name=name,
            colour=colour,
            logo=logo,
            batch=batch,
            out=out,
            templates=templates,
            language=language,
            workers=workers,
            again=again,
            apply=apply,
        )
    )


@app.command()
@guarded
def new(
    workspace: Annotated[Path, typer.Argument(help="The folder to make; it must be empty or missing.")],
    brand: Annotated[str, typer.Option("--brand", help="A domain, a URL, a saved page or a folder.")],
    language: Languages = None,
    base_url: Annotated[str | None, typer.Option(help="Where a saved page came from.")] = None,
    json: Json = False,
) -> None:
    """Make a workspace with a brand and the twenty starters."""
    from desktop.cli.new import make_workspace

    make_workspace(workspace, brand, language, base_url, as_json=json)


@app.command()
@guarded
def build(
    template: Annotated[Path, typer.Argument(help="A template's folder or its .mjml.")],
    workspace: Folder = None,
    data: Annotated[str, typer.Option(help="The data set.")] = "default",
    segment: Segments = None,
    contact: Contact = None,
    contacts: Contacts = None,
    text: Annotated[bool, typer.Option("--text", help="Give the plain-text part instead of the HTML.")] = False,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write to this file.")] = None,
    json: Json = False,
) -> None:
    """Compile a template to HTML."""
    from desktop.cli.build import build_mail
    from desktop.cli.recipient import AskedFor

    build_mail(template, workspace, data, AskedFor(segment or [], contact, contacts), text=text, out=out, as_json=json)


@app.command()
@guarded
def preview(
    template: Annotated[list[Path], typer.Argument(help="Templates' folders or .mjml files.")],
    workspace: Folder = None,
    clients: Annotated[
        str, typer.Option(help="Clients or sets of them (`mailwright clients presets` lists these), with commas.")
    ] = "plain",
    mode: Annotated[
        str, typer.Option(help="light, dark, images-off, with commas (default: each client's first one).")
    ] = "",
    data: Annotated[str, typer.Option(help="The data set, or several with commas.")] = "default",
    segment: Segments = None,
    contact: Contact = None,
    contacts: Contacts = None,
    budget: Annotated[
        int | None, typer.Option(min=0, help="At most so many new pictures: of the clients that cover most.")
    ] = None,
    account: Annotated[str, typer.Option(help="The account that pays (default: the workspace's).")] = "",
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder for the pictures.")] = Path("previews"),
    json: Json = False,
) -> None:
    """Take pictures of templates; each new one costs a token."""
    from desktop.cli.preview import take_pictures
    from desktop.cli.recipient import AskedFor

    asked_for = AskedFor(segment or [], contact, contacts)
    take_pictures(
        template, workspace, clients, data, asked_for, out, modes=mode, account=account, budget=budget, as_json=json
    )


@app.command()
@guarded
def variants(
    template: Annotated[Path, typer.Argument(help="A template's folder or its .mjml.")],
    workspace: Folder = None,
    data: Annotated[str, typer.Option(help="The data set.")] = "default",
    contacts: Annotated[
        Path | None, typer.Option(help="Whom to count: a CSV or JSON file, or the workspace's.")
    ] = None,
    json: Json = False,
) -> None:
    """Show which segment sees which section, and the different mails there are."""
    from desktop.cli.variants import show_variants

    show_variants(template, workspace, data, contacts, as_json=json)


@app.command()
@guarded
def export(
    path: Annotated[Path, typer.Option("--zip", help="The zip to write.")],
    template: Annotated[
        list[Path] | None, typer.Argument(help="Templates; all of the workspace's when left out.")
    ] = None,
    workspace: Folder = None,
    data: Annotated[str, typer.Option(help="The data set of the rendered form.")] = "default",
    dialect: Annotated[str, typer.Option(help="jinja, rendered (without tags), or a service's: mailjet.")] = "jinja",
    form: Annotated[
        str, typer.Option(help="transactional or marketing, for a service (default: by the template's kind).")
    ] = "",
    accept: Annotated[
        bool, typer.Option("--accept", help="Write templates without what the service's language cannot say.")
    ] = False,
    json: Json = False,
) -> None:
    """Write templates to a zip, as HTML and MJML with their pictures: in Jinja, rendered, or for a sending service."""
    from desktop.cli.export import AskedFor, write_zip

    write_zip(template or [], workspace, path, AskedFor(data, dialect, form, accept), as_json=json)


@app.command("import")
@guarded
def import_(
    file: Annotated[Path, typer.Argument(help="An .mjml or .html file.")],
    workspace: Folder = None,
    name: Annotated[str, typer.Option(help="The template's name (default: the file's).")] = "",
    language: Annotated[str, typer.Option(help="The mail's language (default: what the file says).")] = "",
    kind: Annotated[str, typer.Option(help="marketing, transactional or legal.")] = "marketing",
    includes: Annotated[str, typer.Option(help="What to do with mj-include: inline, copy or omit.")] = "inline",
    folder: Annotated[
        Path | None, typer.Option(help="Where its pictures and includes are (default: beside it).")
    ] = None,
    json: Json = False,
) -> None:
    """Make a template of an MJML or HTML file, with its pictures."""
    from desktop.cli.import_ import import_template

    import_template(
        file,
        workspace,
        name=name,
        language=language,
        kind=kind,
        includes=includes,
        folder=folder,
        as_json=json,
    )


@app.command()
@guarded
def worker(
    scheduler: Annotated[str, typer.Option(help="The Dask scheduler of the farm, such as tcp://farm:8786.")],
    lanes: Annotated[
        int | None, typer.Option(min=1, max=8, help="Pictures at a time (default: by this computer's cores).")
    ] = None,
    host: Annotated[str, typer.Option(help="The address to listen at (default: the one the scheduler sees).")] = "",
) -> None:
    """Take pictures for a farm until Ctrl+C; needs the extra "farm" (docs/farm.md)."""
    from desktop.cli.worker import work_for

    work_for(scheduler, lanes, host)


def main() -> None:
    """Run the command line. Exit status: 0, 1 for a failure that was explained, 2 for a wrong call, 130 for Ctrl+C."""
    app(prog_name="mailwright")

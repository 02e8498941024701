"""`notices doctor`."""

import typer


def doctor() -> None:
    """Say which kinds of files can be read here, and how to get the others read."""
    from notices.doctor import examine  # noqa: PLC0415  keeps help quick

    checkup = examine()
    for name, version in checkup.versions.items():
        typer.echo(f"{name:24}{version}")
    typer.echo()
    for ability in checkup.abilities:
        typer.echo(f"{ability.name:24}{'yes' if ability.here else f'no: {ability.advice}'}")
    typer.echo()
    for name, found in (
        *((f"OCR {engine.name}", engine) for engine in checkup.engines),
        ("LibreOffice", checkup.office),
    ):
        typer.echo(f"{name:24}{found.version or 'yes' if found.here else f'no: {found.advice}'}")
    kept = checkup.ocr_cache
    typer.echo(f"{'OCR cache':24}{kept.path} ({kept.size / 1e6:.1f} MB); delete the file to clear it")

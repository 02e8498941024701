"""The report in a real browser, opened from disk."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from notices.process import Rows
from notices.report import write_report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the path (Debian: apt install chromium)"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-quic", "--disable-background-networking"],
        )
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, rows: Rows, tmp_path: Path) -> Iterator[Page]:
    """The report in a fresh tab; whatever the console says or is asked of the network fails the test."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url) if ".html" not in request.url else None)
    page.goto(write_report(lambda: [rows], tmp_path).as_uri())
    yield page
    page.close()
    assert complaints == []


def test_hostile_text_stays_text(opened: Page) -> None:
    expect(opened).to_have_title("资金下达通知 · 核查报告")
    assert opened.locator("img").count() == 0
    expect(opened.locator("#notices")).to_contain_text("<script>document.title='owned'</script>")


def test_filters_and_search(opened: Page) -> None:
    items = opened.locator(".item:visible")
    expect(items).to_have_count(5)  # what is only worth knowing is folded away
    expect(opened.locator("[data-shown]")).to_have_text("6")
    opened.locator("input[value=warning]").uncheck()
    expect(items).to_have_count(1)
    expect(items).to_contain_text("所印合计 1999")
    opened.locator("button[type=reset]").click()
    expect(items).to_have_count(5)
    opened.locator("select").select_option("value-repaired")
    expect(items).to_have_count(1)
    expect(items).to_contain_text("5l6")
    opened.locator("button[type=reset]").click()
    opened.locator("input[type=search]").fill("西河自治县 第3页")
    expect(items).to_have_count(1)
    opened.locator("input[type=search]").fill("没有这种文字")
    expect(items).to_have_count(0)
    expect(opened.locator("[data-no-match]")).to_be_visible()


def test_a_search_that_only_infos_meet_opens_them(opened: Page) -> None:
    opened.locator("input[type=search]").fill("TEXT-suspect")
    expect(opened.locator(".infos .item")).to_be_visible()
    expect(opened.locator("[data-no-match]")).to_be_hidden()


def test_a_link_opens_its_notice(opened: Page) -> None:
    notice = opened.locator("details.notice")
    notice.evaluate("node => { node.open = false }")
    opened.locator(".item a").first.click()
    expect(notice).to_have_attribute("open", "")
    expect(notice.locator("table.allocation")).to_be_in_viewport()


def test_performance_tables_unfold(opened: Page) -> None:
    table = opened.locator("details.table", has_text="西河自治县").last
    expect(table.locator("table.indicators")).to_be_hidden()
    table.locator("summary").click()
    expect(table.locator("td.warning")).to_have_text("▲警告90%")


@pytest.mark.parametrize("width", [420, 768, 1280])
def test_nothing_is_wider_than_the_window(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 900})
    opened.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true })")
    assert opened.evaluate("document.documentElement.scrollWidth") == width


def test_paper_shows_notices_and_no_controls(opened: Page) -> None:
    opened.locator("details.notice").evaluate("node => { node.open = false }")
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.emulate_media(media="print")
    expect(opened.locator("table.allocation")).to_be_visible()
    expect(opened.locator("form.filter")).to_be_hidden()


def test_without_scripts_everything_is_there(browser: Browser, rows: Rows, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(write_report(lambda: [rows], tmp_path).as_uri())
    expect(page.locator(".item:visible")).to_have_count(5)
    expect(page.locator("form.filter")).to_be_hidden()
    context.close()


CONTRAST = """() => {
  const channel = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const parse = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = (c) => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const c = parse(getComputedStyle(node).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const node of document.querySelectorAll("body *")) {
    const text = [...node.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!text || !node.getClientRects().length || node.matches("script, option")) continue;
    const [a, b] = [light(parse(getComputedStyle(node).color)), light(ground(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push(`${node.className || node.tagName} ${ratio.toFixed(2)}`);
  }
  return low;
}"""


def test_contrast_is_enough_everywhere(opened: Page) -> None:
    """WCAG 2.2, 1.4.3: text and ground at 4.5 to 1 at least."""
    opened.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true })")
    assert opened.evaluate(CONTRAST) == []

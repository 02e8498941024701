from normalize.checks import attachments
from schemas.dataset.codes import TableName
from tests.normalize.build import TABLE_TITLE, attachment, notice
from tests.normalize.checks.cases import Case, each, fires, heard, silent, warning

GOALS = "区域绩效目标表"

FIRES = (
    fires(
        "the notice came without any of its attachments",
        attachments.missing,
        notice(attachments=(attachment(TABLE_TITLE, present=False),)),
        warning("attachment-missing", TableName.ATTACHMENTS, attachment_no=1, expected=TABLE_TITLE),
    ),
    fires(
        "the second of two isn't there",
        attachments.missing,
        notice(attachments=(attachment(TABLE_TITLE), attachment(GOALS, number=2, present=False))),
        warning("attachment-missing", TableName.ATTACHMENTS, attachment_no=2, expected=GOALS),
    ),
    fires(
        "another kind of table stands there",
        attachments.titles,
        notice(attachments=(attachment(TABLE_TITLE, GOALS),)),
        warning(
            "attachment-title",
            TableName.ATTACHMENTS,
            "title",
            attachment_no=1,
            expected=TABLE_TITLE,
            actual=GOALS,
        ),
    ),
    fires(
        "another matter altogether",
        attachments.titles,
        notice(attachments=(attachment("农村危房改造计划", "优抚人员花名册"),)),
        warning(
            "attachment-title",
            TableName.ATTACHMENTS,
            "title",
            attachment_no=1,
            expected="农村危房改造计划",
            actual="优抚人员花名册",
        ),
    ),
)

SILENT = (
    silent("all are there", attachments.missing, notice(attachments=(attachment(TABLE_TITLE, TABLE_TITLE),))),
    silent(
        "shorter, longer, in other brackets, or without a heading",
        attachments.titles,
        notice(
            attachments=(
                attachment(TABLE_TITLE, "资金分配表"),
                attachment("绩效目标表", "2021年困难群众救助补助资金区域绩效目标表", number=2),
                attachment("资金（第二批）分配表", "资金(第二批)直达资金分配表", number=3),
                attachment("资金管理办法", number=4),
            )
        ),
    ),
)


@each((*FIRES, *SILENT))
def test_attachments(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said

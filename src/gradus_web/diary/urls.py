"""The addresses of a person's pages. None names a person: whose page it is follows from who asks."""

from django.urls import path

from gradus_web.diary.views import day, measures, plan, progress, screening, session, why, you

urlpatterns = [
    path("screen", screening.screen, name="screen"),
    path("screen/check", screening.screen_check, name="screen-check"),
    path("screen/meaning", screening.screen_meaning, name="screen-meaning"),
    path("screen/examined", screening.clearance, name="clearance"),
    path("screen/page/<slug:name>", screening.screen_page, name="screen-page"),
    path("today", day.today, name="today"),
    path("today/skip", day.skip, name="skip"),
    path("morning", day.morning, name="morning"),
    path("flare", day.flare, name="flare"),
    path("pause", day.pause, name="pause"),
    path("session", session.session, name="session"),
    path("session/set", session.set_done, name="set"),
    path("session/undo", session.undo, name="undo"),
    path("session/end", session.session_end, name="session-end"),
    path("session/done", session.session_done, name="session-done"),
    path("session/stop/<slug:exercise>", session.stop, name="session-stop"),
    path("session/leave/<slug:exercise>", session.leave, name="leave"),
    path("session/change/<slug:exercise>", session.change, name="change"),
    path("plan", plan.plan, name="plan"),
    path("plan/new", plan.plan_new, name="plan-new"),
    path("plan/sheet", plan.plan_sheet, name="plan-sheet"),
    path("plan/sheet.pdf", plan.plan_paper, name="plan-paper"),
    path("plan/others", plan.plan_others, name="plan-others"),
    path("progress", progress.progress, name="progress"),
    path("progress/review", progress.review, name="review"),
    path("progress/review.pdf", progress.review_paper, name="review-paper"),
    path("progress/review/<int:week>", progress.review, name="review-then"),
    path("progress/review/<int:week>.pdf", progress.review_paper, name="review-then-paper"),
    path("progress/milestone", progress.milestone, name="milestone"),
    path("measures", measures.measures, name="measures"),
    path("measures/<slug:name>", measures.measure, name="measure"),
    path("why/<slug:exercise>", why.why, name="why"),
    path("you", you.you, name="you"),
    path("you/told", plan.profile, name="profile"),
    path("you/looks", you.choose_looks, name="looks"),
    path("you/record", you.export, name="export"),
]

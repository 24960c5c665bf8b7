"""What refusals about people say: lists that are no lists, proxies, walking in."""

from collections.abc import Mapping

from meeting_app.i18n import N_

SENTENCES: Mapping[str, str] = {
    "roster_picture": N_("This file is a picture or a PDF, not a list. Choose the list itself, as XLSX or CSV; nothing was changed."),
    "roster_old_excel": N_("This is a list in the old Excel format. Open it, save it as XLSX, and choose that file; nothing was changed."),
    "roster_locked": N_("This list opens only with a password. Open it in Excel or WPS, take the password off, save it and choose it again; nothing was changed."),
    "roster_web_page": N_("This is a web page that is only called a list. Open it in Excel or WPS, save it as XLSX, and choose that file; nothing was changed."),
    "import_stopped": N_("Stopped. Nothing was written; the roster is as it was."),
    "proxy_not_allowed": N_("{principal} cannot be represented. {proxy_rule} Nothing was entered."),
    "proxy_self": N_("Nobody acts for himself: choose two people. Nothing was entered."),
    "proxy_not_member": N_("{principal} has no vote in this meeting, so there is nothing to entrust. Nothing was entered."),
    "proxy_holder_not_member": N_("{holder} has no vote in this meeting and cannot act for {principal}. {proxy_rule}"),
    "proxy_candidate": N_("{holder} stands for election and cannot act for anybody. {proxy_rule}"),
    "proxy_given": N_("{principal} has a proxy already. Withdraw it first; nothing was entered."),
    "proxy_chain": N_("A proxy cannot be passed on: {holder} or {principal} is in another one already. Nothing was entered."),
    "proxy_limit": N_("{holder} acts for as many as one person may: {most}. {proxy_rule}"),
    "no_quorum_area": N_("Enough people are here, but {here_c} m² of {needed_c} m²: {short_c} m² short. Wait, or open with a reason for the minutes."),
    "capacity_days": N_("A capacity cannot end ({until}) before it begins ({since}). Nothing was changed."),
    "area_out_of_range": N_("An area is between 0 and 100,000 m². Nothing was changed."),
    "not_an_owner": N_("{name} does not own this unit, so cannot speak for its owners. Nothing was changed."),
    "recognise_no_votes": N_("Nobody votes in this kind of meeting, so nobody has to be recognised."),
    "recognise_not_called": N_("{name} can listen and speak. A vote here comes only with the capacity: give it on the person's card first."),
    "recognise_no_owner": N_("{name} owns nothing by the roster. Enter the ownership on the unit first; {name} stays as a guest."),
    "recognise_no_home": N_("Say which home {name} belongs to. {name} stays as a guest until then."),
    "household_has_voice": N_("This household has its voice already: {name}. One household, one voice."),
}  # fmt: skip

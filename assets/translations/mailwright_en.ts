<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BatchDialog</name>
    <message numerus="yes">
        <source>Review %n company(ies)</source>
        <translation>
            <numerusform>Review %n company</numerusform>
            <numerusform>Review %n companies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n company(ies)</source>
        <translation>
            <numerusform>Apply to %n company</numerusform>
            <numerusform>Apply to %n companies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrandActions</name>
    <message numerus="yes">
        <source>%n template(s) moved to {brand}.</source>
        <translation>
            <numerusform>%n template moved to {brand}.</numerusform>
            <numerusform>%n templates moved to {brand}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrandChangesDialog</name>
    <message numerus="yes">
        <source>%n template(s) follow at once.</source>
        <translation>
            <numerusform>%n template follows at once.</numerusform>
            <numerusform>%n templates follow at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrandForm</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worth a look</source>
        <translation>
            <numerusform>%n worth a look</numerusform>
            <numerusform>%n worth a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too weak</source>
        <translation>
            <numerusform>%n too weak</numerusform>
            <numerusform>%n too weak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adjusted</source>
        <translation>
            <numerusform>%n adjusted</numerusform>
            <numerusform>%n adjusted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrandPanel</name>
    <message numerus="yes">
        <source>%n change(s) not applied yet</source>
        <translation>
            <numerusform>%n change not applied yet</numerusform>
            <numerusform>%n changes not applied yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) worth a look</source>
        <translation>
            <numerusform>%n field worth a look</numerusform>
            <numerusform>%n fields worth a look</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoicePane</name>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n template</numerusform>
            <numerusform>%n templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) chosen</source>
        <translation>
            <numerusform>%n client chosen</numerusform>
            <numerusform>%n clients chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientPanel</name>
    <message numerus="yes">
        <source>%n picture(s) missing</source>
        <translation>
            <numerusform>%n picture missing</numerusform>
            <numerusform>%n pictures missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsBox</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContentsModel</name>
    <message numerus="yes">
        <source>%n value(s) missing</source>
        <translation>
            <numerusform>%n value missing</numerusform>
            <numerusform>%n values missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message numerus="yes">
        <source>%n value(s) missing</source>
        <translation>
            <numerusform>%n value missing</numerusform>
            <numerusform>%n values missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteBrandDialog</name>
    <message numerus="yes">
        <source>%n template(s) use it and move to another brand first. It can be undone.</source>
        <translation>
            <numerusform>%n template uses it and moves to another brand first. It can be undone.</numerusform>
            <numerusform>%n templates use it and move to another brand first. It can be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) use it, and there is no other brand for them.</source>
        <translation>
            <numerusform>%n template uses it, and there is no other brand for it.</numerusform>
            <numerusform>%n templates use it, and there is no other brand for them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteSegmentDialog</name>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>and %n more place</numerusform>
            <numerusform>and %n more places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message numerus="yes">
        <source>%n unchanged line(s)</source>
        <translation>
            <numerusform>%n unchanged line</numerusform>
            <numerusform>%n unchanged lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EngineNotice</name>
    <message numerus="yes">
        <source>{engine} is not installed: %n of these clients is(are) drawn by {other} instead.</source>
        <translation>
            <numerusform>{engine} is not installed: %n of these clients is drawn by {other} instead.</numerusform>
            <numerusform>{engine} is not installed: %n of these clients are drawn by {other} instead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Export %n template(s)…</source>
        <translation>
            <numerusform>Export %n template…</numerusform>
            <numerusform>Export %n templates…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) cannot be said completely</source>
        <translation>
            <numerusform>%n template cannot be said completely</numerusform>
            <numerusform>%n templates cannot be said completely</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to mind</source>
        <translation>
            <numerusform>%n thing to mind</numerusform>
            <numerusform>%n things to mind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindReplaceDialog</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n template</numerusform>
            <numerusform>%n templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n place(s)</source>
        <translation>
            <numerusform>Replace %n place</numerusform>
            <numerusform>Replace %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n template</numerusform>
            <numerusform>%n templates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n included file(s)</source>
        <translation>
            <numerusform>%n included file</numerusform>
            <numerusform>%n included files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftDialog</name>
    <message numerus="yes">
        <source>%n template(s) changed</source>
        <translation>
            <numerusform>%n template changed</numerusform>
            <numerusform>%n templates changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message numerus="yes">
        <source>%n character(s), {advice}</source>
        <translation>
            <numerusform>%n character, {advice}</numerusform>
            <numerusform>%n characters, {advice}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message numerus="yes">
        <source>%n company(ies)</source>
        <translation>
            <numerusform>%n company</numerusform>
            <numerusform>%n companies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoopPopup</name>
    <message numerus="yes">
        <source>%n time(s) with the current data: {loop}.</source>
        <translation>
            <numerusform>%n time with the current data: {loop}.</numerusform>
            <numerusform>%n times with the current data: {loop}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n template(s) written to {path}</source>
        <translation>
            <numerusform>%n template written to {path}</numerusform>
            <numerusform>%n templates written to {path}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModuleModel</name>
    <message numerus="yes">
        <source>Linked %n time(s)</source>
        <translation>
            <numerusform>Linked %n time</numerusform>
            <numerusform>Linked %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveTemplatesDialog</name>
    <message numerus="yes">
        <source>%n template(s) chosen</source>
        <translation>
            <numerusform>%n template chosen</numerusform>
            <numerusform>%n templates chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewTemplateDialog</name>
    <message numerus="yes">
        <source>Create %n template(s)</source>
        <translation>
            <numerusform>Create %n template</numerusform>
            <numerusform>Create %n templates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenField</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpensDialog</name>
    <message numerus="yes">
        <source>%n client(s) cover(s) {share} of your audience.</source>
        <translation>
            <numerusform>%n client covers {share} of your audience.</numerusform>
            <numerusform>%n clients cover {share} of your audience.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n client(s) that are known cover(s) {share} of your audience.</source>
        <translation>
            <numerusform>The %n client that is known covers {share} of your audience.</numerusform>
            <numerusform>All %n clients that are known cover {share} of your audience.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonModel</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more place(s)</source>
        <translation>
            <numerusform>And %n more place</numerusform>
            <numerusform>And %n more places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportFooter</name>
    <message numerus="yes">
        <source>Add a value to %n data sets</source>
        <translation>
            <numerusform>Add a value to %n data sets</numerusform>
            <numerusform>Add a value to %n data sets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message numerus="yes">
        <source>%n row(s) added</source>
        <translation>
            <numerusform>%n row added</numerusform>
            <numerusform>%n rows added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message numerus="yes">
        <source>%n field(s) to look at</source>
        <translation>
            <numerusform>%n field to look at</numerusform>
            <numerusform>%n fields to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new template(s)</source>
        <translation>
            <numerusform>%n new template</numerusform>
            <numerusform>%n new templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worth a look</source>
        <translation>
            <numerusform>%n worth a look</numerusform>
            <numerusform>%n worth a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped</source>
        <translation>
            <numerusform>%n stopped</numerusform>
            <numerusform>%n stopped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n template</numerusform>
            <numerusform>%n templates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentPage</name>
    <message numerus="yes">
        <source>Used in %n template(s)</source>
        <translation>
            <numerusform>Used in %n template</numerusform>
            <numerusform>Used in %n templates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnappliedDialog</name>
    <message numerus="yes">
        <source>Discard %n change(s) of {brand}?</source>
        <translation>
            <numerusform>Discard %n change of {brand}?</numerusform>
            <numerusform>Discard %n changes of {brand}?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message numerus="yes">
        <source>Save the changes of %n template(s)?</source>
        <translation>
            <numerusform>Save the changes of %n template?</numerusform>
            <numerusform>Save the changes of %n templates?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message numerus="yes">
        <source>%n segments</source>
        <translation>
            <numerusform>%n segments</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n time(s) with the current data</source>
        <translation>
            <numerusform>%n time with the current data</numerusform>
            <numerusform>%n times with the current data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different mail(s)</source>
        <translation>
            <numerusform>%n different mail</numerusform>
            <numerusform>%n different mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new picture(s)</source>
        <translation>
            <numerusform>%Ln new picture</numerusform>
            <numerusform>%Ln new pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln from cache</source>
        <translation>
            <numerusform>%Ln from cache</numerusform>
            <numerusform>%Ln from cache</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new picture(s) cost</source>
        <translation>
            <numerusform>%Ln new picture costs</numerusform>
            <numerusform>%Ln new pictures cost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left</source>
        <translation>
            <numerusform>%Ln is left</numerusform>
            <numerusform>%Ln are left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try the %Ln failed one(s) again</source>
        <translation>
            <numerusform>Try the %Ln failed one again</numerusform>
            <numerusform>Try the %Ln failed ones again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln picture(s)</source>
        <translation>
            <numerusform>Only %Ln picture</numerusform>
            <numerusform>Only %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of %Ln picture(s)</source>
        <translation>
            <numerusform>{n} of %Ln picture</numerusform>
            <numerusform>{n} of %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stale</source>
        <translation>
            <numerusform>%Ln stale</numerusform>
            <numerusform>%Ln stale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not taken</source>
        <translation>
            <numerusform>%Ln not taken</numerusform>
            <numerusform>%Ln not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln template(s)</source>
        <translation>
            <numerusform>%Ln template</numerusform>
            <numerusform>%Ln templates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) charged</source>
        <translation>
            <numerusform>%Ln token charged</numerusform>
            <numerusform>%Ln tokens charged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them cover(s)</source>
        <translation>
            <numerusform>%Ln of them covers</numerusform>
            <numerusform>%Ln of them cover</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) left out</source>
        <translation>
            <numerusform>%Ln client left out</numerusform>
            <numerusform>%Ln clients left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) cannot be taken, because the mail does not compile; they cost nothing.</source>
        <translation>
            <numerusform>%Ln picture cannot be taken, because the mail does not compile; it costs nothing.</numerusform>
            <numerusform>%Ln pictures cannot be taken, because the mail does not compile; they cost nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new answer(s)</source>
        <translation>
            <numerusform>%n new answer</numerusform>
            <numerusform>%n new answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Days</name>
    <message numerus="yes">
        <source>opened a mail in the last %n day(s)</source>
        <translation>
            <numerusform>opened a mail in the last %n day</numerusform>
            <numerusform>opened a mail in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>clicked in a mail in the last %n day(s)</source>
        <translation>
            <numerusform>clicked in a mail in the last %n day</numerusform>
            <numerusform>clicked in a mail in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} was in the last %n day(s)</source>
        <translation>
            <numerusform>{name} was in the last %n day</numerusform>
            <numerusform>{name} was in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} is in the next %n day(s)</source>
        <translation>
            <numerusform>{name} is in the next %n day</numerusform>
            <numerusform>{name} is in the next %n days</numerusform>
        </translation>
    </message>
</context>
</TS>

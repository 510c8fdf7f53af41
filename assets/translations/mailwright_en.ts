<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>BrandPanel</name>
    <message numerus="yes">
        <source>%n change(s) not applied yet</source>
        <translation>
            <numerusform>%n change not applied yet</numerusform>
            <numerusform>%n changes not applied yet</numerusform>
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
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n template(s) written to {path}</source>
        <translation>
            <numerusform>%n template written to {path}</numerusform>
            <numerusform>%n templates written to {path}</numerusform>
        </translation>
    </message>
</context>
</TS>

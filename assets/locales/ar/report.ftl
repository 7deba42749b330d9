# التقرير: ملف HTML واحد لمن ليس لديه Sahelscope.

report-language = التقرير بالعربية
report-contents = المحتويات
report-view = ما تعرضه النافذة
report-map = خريطة: { $what }
report-certain = أكيد
report-possible = محتمل
report-all = الكل
report-is-certain = أكيد
report-is-possible = محتمل
report-none = لا سجل في هذا العرض.
report-more = { $n ->
    [zero] كل سجلات هذا العرض مدرجة.
    [one] سجل آخر من هذا العرض غير مدرج.
    [two] سجلان آخران من هذا العرض غير مدرجين.
    [few] { $n } سجلات أخرى من هذا العرض غير مدرجة.
    [many] { $n } سجلًا آخر من هذا العرض غير مدرجة.
   *[other] { $n } سجل آخر من هذا العرض غير مدرجة.
}
report-records = السجلات
report-sources = المصادر
report-no-sources = لا تذكر السجلات أي مصدر.
report-note = المصدر { $n }
report-method = كيف يُقرأ هذا التقرير
report-method-certain = «أكيد»: تقع كل تواريخ السجل المحتملة ضمن تواريخ العرض.
report-method-possible = «محتمل»: يقع بعض تواريخه المحتملة فقط ضمنها. ولا يُجمع العددان أبدًا.
report-method-dates = التواريخ بدقة مصادرها لا أكثر؛ والترميز بجانبها هو EDTF (ISO 8601-2).
report-left-out = { $n ->
    [zero] كل العلامات في هذا التقرير.
    [one] علامة أخرى ليست في هذا التقرير.
    [two] علامتان أخريان ليستا في هذا التقرير.
    [few] { $n } علامات أخرى ليست في هذا التقرير.
    [many] { $n } علامة أخرى ليست في هذا التقرير.
   *[other] { $n } علامة أخرى ليست في هذا التقرير.
}
report-files = الملفات
report-digest = SHA-256
report-credit = الخريطة: { $credit }
report-made-with = أُنجز ببرنامج Sahelscope { $version }

## مربع الحوار

report-title = تقرير
report-languages = اللغات
report-holds = يضم
report-holds-view = ما تعرضه النافذة
report-holds-bookmarks = { $n ->
    [0] لا علامات بعد
    [zero] لا علامات بعد
    [one] علامة واحدة
    [two] علامتان
    [few] { $n } علامات
    [many] { $n } علامة
   *[other] { $n } علامة
}
report-explain = ملف HTML واحد: صور للخريطة، والعددان كلاهما، والسجلات مع من يقول ماذا، ومصادر مرقّمة. يُفتح في أي متصفح بلا شبكة.
report-save = حفظ…
report-save-hint = اختيار مكان كتابة التقرير
report-export = حفظ التقرير
report-exported = { $n ->
    [zero] حُفظ التقرير بلا سجلات باسم { $name }.
    [one] حُفظ التقرير وفيه سجل واحد باسم { $name }.
    [two] حُفظ التقرير وفيه سجلان باسم { $name }.
    [few] حُفظ التقرير وفيه { $n } سجلات باسم { $name }.
    [many] حُفظ التقرير وفيه { $n } سجلًا باسم { $name }.
   *[other] حُفظ التقرير وفيه { $n } سجل باسم { $name }.
}
report-no-format = لم يُكتب { $name }: ليست { $ending } صيغة للتقارير. اجعل لاحقته إحدى هذه: { $endings }.
file-filter-html = تقرير (HTML)

## الأمر

cli-report-about = كتابة تقرير: ملف HTML واحد فيه خرائط وأعداد وسجلات ومصادر، من التصفية والعلامات
cli-help-in = لغات التقرير بالتتابع: en أو fr أو ar أو all
cli-help-no-bookmarks = ما تعرضه التصفية وحده بلا العلامات
cli-reason-in = تُقبل en وfr وar تفصل بينها فواصل، أو all
cli-report = { $file }: العروض { $views }، السجلات { $n }، العلامات المتروكة { $left_out }

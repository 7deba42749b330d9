# تغييرات السجلات: سجلها في سطر الأوامر، والمحرر.

cli-log-about = طباعة يومية تغييرات ملف: من غيّر ماذا، ومتى، ولماذا
cli-apply-about = تطبيق تغييرات يومية على ملف؛ ينتهي بالرمز 1 حين يلزم أن يبتّ شخص
cli-undo-about = التراجع عن تغيير واحد في ملف؛ وتحتفظ اليومية بالاثنين
cli-verify-log-about = التحقق من أن سطرًا من اليومية لم يُحرَّف أو يُنقل أو يُحذف؛ ينتهي بالرمز 1 ويسمّي أول سطر انقطعت عنده السلسلة
cli-help-dataset = ملف السجلات، أو مجلد يومياته
cli-help-log-path = يومية تغييرات، أو مجلد يوميات
cli-help-change = معرّف التغيير، أو أوله
cli-help-record = تغييرات السجل الذي له هذا المعرّف فقط
cli-help-by = من يجري التغيير؛ وإلا فمن يذكره النظام
cli-help-why = السبب

cli-log-empty = لا توجد يومية تغييرات.
cli-log-whole = { $author }: عدد الأسطر { $n }، والسلسلة سليمة
cli-log-cut = { $author }: السطر الأخير مبتور فلم يُقرأ. لم يضع شيء مما قبله.
cli-log-fault = { $author }، السطر { $line }: { $reason }
log-fault-not-json = السطر ليس JSON
log-fault-version = السطر من إصدار آخر للبرنامج
log-fault-form = السطر ليس تغييرًا: ينقصه شيء أو فيه شيء من نوع آخر
log-fault-chain = السلسلة مقطوعة: ما يتبعه هذا السطر ليس قبله، فقد حُرّفت أسطر أو نُقلت أو حُذفت
log-fault-twice = لسطر آخر المعرّف نفسه
log-fault-seen = يشير السطر إلى سطر لكاتب آخر غير موجود
cli-log-undoes = يتراجع عن { $id }
cli-log-saved = حُفظ
cli-log-new = سجل جديد
cli-log-deleted = محذوف
cli-log-unsettled = يلزم البتّ: { $record } { $field }: { $values }
cli-unsettled = يقول محللان قولين مختلفين؛ تُحفظ القيمتان حتى يفصل فيهما أحد
cli-log-foreign = لا يناسب أي تغيير في { $log } الملف { $file }؛ فهي يومية بيانات أخرى. لم يُكتب شيء.
cli-applied = التغييرات: أُجري { $done }، وكان موجودًا { $already }، ولا يناسب { $refused }، ويلزم أن يبتّ شخص في { $unsettled }.
cli-change-refused = لا أثر للتغيير { $id }: { $reason }
edit-refused-no-record = لا يوجد سجل { $record }
edit-refused-ambiguous = عدة سجلات اسمها { $record }
edit-refused-not-json = تعذرت قراءة السجل { $record }
edit-refused-misfit = لم يعد { $field } في { $record } كما كان حين أُجري التغيير
cli-no-change = لا يبدأ أي تغيير بـ { $id }، أو تبدأ به عدة تغييرات؛ يسردها الأمر «sahelscope log FILE».
cli-no-inverse = لا يمكن التراجع عن { $id }: ليس تغييرًا لسجل، أو لا يذكر ما كان قبله.
cli-not-editable = لا يمكن تغيير سجلات { $file } فيه؛ صدّره أولًا بصيغة GeoJSON.
cli-undo-later = يقوم عليه تغيير لاحق؛ تراجع عن ذاك أولًا.
cli-undone = تم التراجع عن { $id }.

cli-merge-about = جمع ما صنعه محللان من ملف واحد؛ وحيث غيّرا قيمة تغييرين مختلفين تُحفظ القيمتان وينتهي الأمر بالرمز 1
cli-help-base = الملف الذي بدأ منه الاثنان
cli-help-ours = ما صنعه أحدهما منه
cli-help-theirs = ما صنعه الآخر منه
cli-help-report = ملف لتقرير بصيغة JSON: ما أُخذ، وما يلزم أن يبتّ فيه شخص
cli-merged = السجلات: أُخذ { $taken } من الجانب الآخر، وتغيّر { $joined } في الجانبين؛ قيم يلزم البتّ فيها: { $unsettled }.

action-edit = تحرير السجل المختار
action-new-record = سجل جديد
action-undo = التراجع عن آخر تغيير في السجلات
action-redo = إعادة تغيير السجلات
edit-in-language = { $name }، { $language }
edit-done = تم
edit-done-hint = العودة إلى البطاقة؛ كل تغيير محفوظ في اليومية
edit-duplicate = نسخ السجل
edit-delete = حذف السجل…
edit-delete-why = سبب الحذف؛ تحتفظ اليومية بالسبب وبالسجل
edit-delete-now = حذف
edit-deleted = حُذف السجل. يعيده Ctrl+Z.
edit-unreadable = تعذرت قراءة هذا السجل، فلا يمكن تغييره هنا.
edit-select-first = اختر سجلًا أولًا.
edit-no-file = لا يوجد شيء مفتوح يضاف إليه سجل.
edit-saving = جارٍ الحفظ؛ لحظة.
edit-nothing-to-undo = لا يوجد تغيير في السجلات للتراجع عنه.
edit-nothing-to-redo = لا يوجد تغيير في السجلات لإعادته.
edit-does-not-fit = لا يناسب التغيير ما في السجل الآن، فلم يتغيّر شيء.
edit-not-logged = التغيير ظاهر لكنه ليس في اليومية: { $reason } احفظ قريبًا.
edit-copied = ما تغيّره يُحفظ في نسخة: { $name }
edit-no-place = ما تغيّر ليس في أي ملف بعد؛ صدّره باسم.
edit-saved = حُفظ { $name }.
edit-changed-underneath = غيّر شخص آخر { $name }. قُرئ من جديد ووُضعت فوقه تغييراتك: { $n }، ولم يناسب منها { $refused }. راجعه ثم احفظ مرة أخرى.
edit-recovered = { $name }: عادت التغييرات التي لم تُحفظ، وعددها { $n }. يحفظ Ctrl+S ويتراجع Ctrl+Z.
edit-recovered-part = { $name }: لا يناسب الملف من تغييرات يوميته { $refused }، ويلزم البتّ في { $unsettled }؛ يسردها الأمر «sahelscope log».
edit-date-means = { $said }: { $bounds }
edit-date-kept-as = { $edtf } – { $meaning }
edit-wrong-number = هذا ليس عددًا.
edit-wrong-json = هذا ليس JSON.
edit-wrong-place = خط العرض ثم خط الطول بالدرجات: ‎12.65, -8.00
edit-wrong-date = هذا ليس تاريخًا: ‎2022-03-05 أو ‎2022-03 أو ‎2022~ أو ‎2022-03/2022-05 أو بالكلمات.
edit-wrong-date-ambiguous = لا يتميز اليوم من الشهر: اكتب ‎2022-03-05.
edit-wrong-date-none = لا يوجد هذا التاريخ في التقويم.
edit-wrong-date-reversed = النهاية قبل البداية.
edit-wrong-date-zone = يلزم الوقتَ فرقُه عن التوقيت العالمي: ‎2022-03-05T14:30Z.
said-unsaved = { $sentence } { $n ->
    [zero] لا تغيير غير محفوظ.
    [one] تغيير واحد غير محفوظ.
    [two] تغييران غير محفوظين.
    [few] { $n } تغييرات غير محفوظة.
    [many] { $n } تغييرًا غير محفوظ.
   *[other] { $n } تغيير غير محفوظ.
}
unsaved-title = هل تحفظ قبل الإغلاق؟
unsaved-explain = التغييرات غير المحفوظة: { $n }. هي في اليومية فلا تضيع، وستكون هنا عند التشغيل القادم.
unsaved-save = احفظ وأغلق
unsaved-leave = أغلق بلا حفظ
unsaved-leave-hint = يبقى الملف كما هو؛ وتحتفظ اليومية بالتغييرات
unsaved-title-other = أتريد الحفظ قبل المتابعة؟
unsaved-save-other = حفظ ومتابعة
unsaved-leave-other = متابعة دون حفظ
unsaved-discard = التراجع عن التغييرات
unsaved-discard-sure = نعم، تراجَع عنها كلها
unsaved-discard-hint = يذكر السجل أنها أُلغيت، ولن تظهر من جديد

edit-field-id = المعرّف
edit-field-geometry = خط العرض، خط الطول
edit-field-layer = الطبقة
edit-field-layer-other = الطبقة بكلمة من عندك
edit-field-kind = النوع
edit-field-title = العنوان
edit-field-summary = الملخص
edit-field-date = التاريخ
edit-field-date-basis = مصدر التاريخ
edit-field-last-confirmed = آخر تأكيد
edit-field-reported = تاريخ العلم به
edit-field-place = المكان
edit-field-place-precision = دقة المكان
edit-field-place-radius-km = نصف قطر الشك، كم
edit-field-place-basis = مصدر المكان
edit-field-status = الحالة
edit-field-actors = الفاعلون، واحد في كل سطر
edit-field-quantities = الكميات (JSON)
edit-field-equipment = العتاد (JSON)
edit-field-claims = الأقوال (JSON)
edit-field-sources = معرّفات المصادر، واحد في كل سطر
edit-field-related = السجلات المرتبطة (JSON)
edit-field-review = المراجعة (JSON)

edit-history = التغييرات
edit-history-line = { $by }، { $at }
edit-history-undo = { $by }، { $at }، تراجع
edit-history-value = { $field }: { $was } ← { $is }
edit-wrong-word = لا يعرف النموذج هذه الكلمة هنا.
bulk-title = تغيير السجلات المعلَّمة: { $n }
bulk-property = أي خاصية
bulk-value = القيمة الجديدة؛ والفارغة تزيلها
bulk-find = استبدال هذا النص فقط؛ والفارغ يستبدل القيمة كلها
bulk-do = تغيير السجلات: { $n }
bulk-done = عدد السجلات التي تغيّرت: { $n }. يتراجع Ctrl+Z عنها كلها.
table-bulk = تغيير كل السجلات المعلَّمة
settings-author = اسمك
settings-author-hint = تذكره يومية التغييرات؛ والفارغ يعني الاسم الذي يعرفه النظام
edit-place-hint = النقر على الخريطة مع Ctrl يضع السجل هناك، بدقة ما يُرى من الخريطة.

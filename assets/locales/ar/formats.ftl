# الصيغ: النماذج المعروفة ومطابقة الأعمدة وما لا تحمله الصيغة.

cli-help-preset = قراءة الملفات على نموذج acled أو ucdp-ged أو timemap أو geoconfirmed أو sahelscope؛ وإلا دلّت عليه الأعمدة
cli-help-date-order = ترتيب التواريخ مثل 03/04/2023: إما dmy (اليوم أولًا) أو mdy (الشهر أولًا)
cli-help-swap-coordinates = خط العرض وخط الطول متبادلا الموضع في الملفات
cli-help-all-columns = قراءة الأعمدة التي يتركها النموذج أيضًا (وحدات GeoConfirmed)
cli-reason-preset = المطلوب acled أو ucdp-ged أو timemap أو geoconfirmed أو sahelscope
cli-reason-date-order = المطلوب dmy أو mdy
cli-no-column = ليس في { $file } عمود «{ $column }»؛ وأعمدته { $columns }.
cli-not-preset = ليست في { $file } أعمدة { $preset }؛ اترك --preset أو سمّها بخيار --map.
cli-date-order = في العمود «{ $column }» من { $file } تواريخ مثل «{ $value }» لا يتميز فيها اليوم من الشهر؛ أضف --date-order dmy أو --date-order mdy.
cli-extras = { $file }: حُفظت خصائص إضافية لأن لا موضع لها في النسق: { $columns }.
cli-withheld = { $file }: تُركت ما لم تُطلب بخيار --all-columns: { $columns }.
cli-swapped = { $file }: يبدو أن خط العرض وخط الطول متبادلا الموضع ({ $n ->
    [zero] لا سجل يجتمع
    [one] يجتمع عندئذ سجل واحد
    [two] يجتمع عندئذ سجلان
    [few] تجتمع عندئذ { $n } سجلات
    [many] يجتمع عندئذ { $n } سجلًا
   *[other] يجتمع عندئذ { $n } سجل
})؛ فإن صح ذلك فأضف --swap-coordinates.

export-loss-lines = لا موضع في GeoJSON بالأسطر لما يخص المجموعة كلها: تُركت قائمة المصادر والإشارات المرجعية والعرض.
export-loss-csv = في CSV نص واحد لكل خلية: تُركت قائمة المصادر والإشارات المرجعية والعرض، وتبدأ بفاصلة عليا النصوص التي قد يحسبها جدول حسابي.
export-loss-kml = في KML تاريخ أو مدة واحدة لكل سجل: درجة اليقين في بيانات كل علامة، وتُركت قائمة المصادر والإشارات المرجعية والعرض.
export-loss-changes = لكل تغيّر سطر في الجدول: ما تغيّر والتواريخ والحالة؛ وتُركت الأشكال وسائر الخصائص.
export-loss-none = صيغة GeoJSON تحمل كل شيء: السجلات كما هي، والمصادر والإشارات المرجعية والعرض.
export-swapped = كان خط العرض وخط الطول معكوسَين في الملف؛ والتصدير يضع خط الطول أولًا كما يقتضي GeoJSON.

mapping-preset = القراءة على نموذج
mapping-no-preset = لا نموذج معروف
mapping-preview = ما تصير إليه السجلات الأولى
mapping-order-ask = أيهما أولًا في «{ $column }»: اليوم أم الشهر؟ لا تُقرأ هذه التواريخ حتى تحدد ذلك، فلا شيء يُخمَّن.
mapping-order-dmy = اليوم أولًا
mapping-order-mdy = الشهر أولًا
mapping-becomes = { $written }: { $read }
mapping-no-such-date = لا وجود لهذا التاريخ
mapping-swapped-ask = يبدو أن خط العرض وخط الطول متبادلا الموضع: { $n ->
    [zero] لا سجل يجتمع
    [one] يجتمع عندئذ سجل واحد
    [two] يجتمع عندئذ سجلان
    [few] تجتمع عندئذ { $n } سجلات
    [many] يجتمع عندئذ { $n } سجلًا
   *[other] يجتمع عندئذ { $n } سجل
} في الساحل، ولا يكاد يقع فيه شيء على ما في الملف.
mapping-swapped = يُقرأ خط العرض وخط الطول في هذا الملف أحدهما مكان الآخر.
mapping-swap = مبادلتهما
mapping-extras = لا موضع لها في النسق، وحُفظت خصائص إضافية: { $columns }
mapping-withheld = قراءة ما يُترك عادةً أيضًا: { $columns }
mapping-read-as = قُرئ على نموذج { $preset }؛ لرؤية ذلك أو تغييره اختر ملف ثم حقول الملف.

# وثائق تُقرأ بجانب السجلات

reader = الوثائق
reader-hide = إخفاء الوثائق
reader-empty = لا وثيقة مفتوحة. اقرأ واحدة: يظهر نصها هنا مع ما تذكره من تواريخ وأماكن وأعداد.
reader-reading = تُقرأ وثيقة…
reader-close = إغلاق { $name }
reader-about = { $format }، { $count ->
    [zero] بلا فقرات
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $count } فقرات
    [many] { $count } فقرة
   *[other] { $count } فقرة
}، { $coded ->
    [zero] لم تُرمَّز أي منها
    [one] رُمّزت واحدة
    [two] رُمّزت اثنتان
    [few] رُمّزت { $coded }
    [many] رُمّزت { $coded }
   *[other] رُمّزت { $coded }
}
document-text = نص
document-telegram = تصدير من تيليغرام
document-single-file = صفحة حفظها SingleFile
reader-published = نُشرت { $date } بحسب ما فيها
reader-untold = { $count ->
    [zero] بلا حروف مجهولة
    [one] حرف واحد لا يبيّنه خطها
    [two] حرفان لا يبيّنهما خطها
    [few] { $count } حروف لا يبيّنها خطها
    [many] { $count } حرفًا لا يبيّنها خطها
   *[other] { $count } حرف لا يبيّنها خطها
}
reader-suggestions = { $count ->
    [zero] بلا اقتراحات
    [one] اقتراح واحد
    [two] اقتراحان
    [few] { $count } اقتراحات
    [many] { $count } اقتراحًا
   *[other] { $count } اقتراح
}
reader-suggestion = اقتراح ({ $kind }): { $value } (القاعدة { $rule })
reader-records = { $count ->
    [zero] لا سجل يستند إلى الفقرة { $number }
    [one] سجل واحد يستند إلى الفقرة { $number }. حدّده
    [two] سجلان يستندان إلى الفقرة { $number }. حدّد التالي
    [few] { $count } سجلات تستند إلى الفقرة { $number }. حدّد التالي
    [many] { $count } سجلًا تستند إلى الفقرة { $number }. حدّد التالي
   *[other] { $count } سجل تستند إلى الفقرة { $number }. حدّد التالي
}
reader-choose-first = اختر أولًا كلمات من وثيقة: اسحب المؤشر فوقها، أو انتقل إلى الاقتراح التالي بالمفتاح Alt+N.
reader-no-words = لا يذكر السجل المحدد كلمات من هذه الوثيقة.
reader-no-date = لا تذكر «{ $words }» تاريخًا. اختر الكلمات التي تذكره أو اكتبه في النموذج.
reader-no-number = لا تذكر «{ $words }» عددًا. اختر الكلمات التي تذكره أو اكتبه في النموذج.
reader-no-name = «{ $words }» أطول من أن تكون اسمًا. اختر كلمات أقل.
code-record = سجل جديد
path-document = قراءة وثيقة
file-filter-documents = الوثائق

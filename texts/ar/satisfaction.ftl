# سؤال الزوار في النهاية عن مدى رضاهم.

satisfaction-ask = هل أجبنا عن سؤالك؟
satisfaction-yes = نعم
satisfaction-partly = جزئيًا
satisfaction-no = لا
satisfaction-thanks = شكرًا لك على إجابتك.
